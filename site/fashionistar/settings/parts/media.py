"""Files: static ones fingerprinted by whitenoise, uploaded ones in the media store."""

from fashionistar.settings.env import ROOT, env

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "var" / "static"
MEDIA_URL = "/media/"
SERVES_MEDIA = env.bool("SERVES_MEDIA", default=True)
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(ROOT / "var" / "media")).root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILIMAGES_IMAGE_FORM_BASE = "common.media.forms.PictureForm"
PICTURE_ENCODERS = env.int("PICTURE_ENCODERS", default=1)

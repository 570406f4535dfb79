"""Files: static ones fingerprinted by whitenoise, uploaded ones in the media store."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from fashionistar.settings.env import ROOT, env, required

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "var" / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(ROOT / "var" / "media")).root
PRIVATE_ROOT = ROOT / "var" / "private"
# Where web and workers run on different machines they share buckets, not a disk.
MEDIA_BUCKET = env.str("MEDIA_BUCKET", default="")
MEDIA_IS_SHARED = bool(MEDIA_BUCKET or env.str("MEDIA_ROOT", default=""))
SERVES_MEDIA = env.bool("SERVES_MEDIA", default=True) and not MEDIA_BUCKET
MEDIA_ORIGIN = ""
if MEDIA_BUCKET:
    _address = urlsplit(required("MEDIA_PUBLIC_URL"))
    MEDIA_ORIGIN = f"{_address.scheme}://{_address.netloc}"
    _private = required("MEDIA_PRIVATE_BUCKET")
    if _private == MEDIA_BUCKET:
        raise ImproperlyConfigured("MEDIA_PRIVATE_BUCKET is the public bucket: name another one.")
    _account = {
        "access_key": env.str("MEDIA_S3_KEY", default="") or None,
        "secret_key": env.str("MEDIA_S3_SECRET", default="") or None,
        "endpoint_url": env.str("MEDIA_S3_ENDPOINT", default="") or None,
        "region_name": env.str("MEDIA_S3_REGION", default="") or None,
        "signature_version": "s3v4",
        "file_overwrite": False,
    }
    _S3 = "storages.backends.s3.S3Storage"
    # The bucket's own policy makes it public: files carry no rights of their own.
    _PUBLIC: dict[str, object] = {
        "BACKEND": "common.providers.files.buckets.PublicBucket",
        "OPTIONS": {
            **_account, "bucket_name": MEDIA_BUCKET, "querystring_auth": False,
            "custom_domain": f"{_address.netloc}{_address.path}".rstrip("/"),
            "url_protocol": f"{_address.scheme}:",
        },
    }  # fmt: skip
    _PRIVATE: dict[str, object] = {
        "BACKEND": _S3,
        "OPTIONS": {
            **_account, "bucket_name": _private, "querystring_auth": True, "querystring_expire": 300,
            "object_parameters": {"CacheControl": "private, no-store"},
        },
    }  # fmt: skip
else:
    _FILES = "django.core.files.storage.FileSystemStorage"
    _PUBLIC = {"BACKEND": _FILES}
    _PRIVATE = {"BACKEND": _FILES, "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None}}
STORAGES = {
    "default": _PUBLIC,
    "private": _PRIVATE,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILIMAGES_IMAGE_FORM_BASE = "common.media.forms.PictureForm"
PICTURE_ENCODERS = env.int("PICTURE_ENCODERS", default=1)

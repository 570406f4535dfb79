"""Wagtail."""

from fashionistar.settings.env import env

WAGTAIL_SITE_NAME = "Fashionistar"
WAGTAILADMIN_BASE_URL = env.str("SHOP_URL", default="http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "pptx", "txt", "xlsx"]
WAGTAILAPI_DOCS_ENABLED = True
WAGTAILAPI_LIMIT_MAX = 100
CMS_API_TOKEN_DAYS = env.int("CMS_API_TOKEN_DAYS", default=90)
TAGGIT_CASE_INSENSITIVE = True
SITE_ID = 1

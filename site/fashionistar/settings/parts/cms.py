"""Wagtail."""

from fashionistar.settings.env import env
from fashionistar.settings.parts.commerce import SHOP_URL

WAGTAIL_SITE_NAME = "Fashionistar"
WAGTAILADMIN_BASE_URL = SHOP_URL.rstrip("/")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Like pictures, documents are public files: no view stands before them.
WAGTAILDOCS_SERVE_METHOD = "direct"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.core.filing.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "pptx", "txt", "xlsx"]
WAGTAILAPI_BASE_URL = WAGTAILADMIN_BASE_URL
WAGTAILAPI_DOCS_ENABLED = True
WAGTAILAPI_LIMIT_MAX = 100
CMS_API_TOKEN_DAYS = env.int("CMS_API_TOKEN_DAYS", default=90)
# cms.publishing leads on from where pages were seen, in the transaction in which they move.
WAGTAILREDIRECTS_AUTO_CREATE = False
TAGGIT_CASE_INSENSITIVE = True
SITE_ID = 1

# Where the frontend shows pages, and drafts at /preview/; until there is one, our own reader.
CLIENT_URL = (env.str("CLIENT_URL", default="") or f"{SHOP_URL}/client").rstrip("/")
PREVIEW_SECONDS = 3600
FORM_ANSWERS_DAYS = env.int("FORM_ANSWERS_DAYS", default=365)
FORM_NEWS_MINUTES = env.int("FORM_NEWS_MINUTES", default=15)
WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": f"{CLIENT_URL}/preview/"}}

# A translation begins as a draft, whatever the state of its source; nothing is translated by machine.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

"""Routes of content delivery, under /api/v1/store/."""

from cms.delivery.apis.pages import PREVIEW, READ

urlpatterns = [READ.as_path(), PREVIEW.as_path()]

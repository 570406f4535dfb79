"""Routes of content delivery, under /api/v1/store/."""

from cms.delivery.apis.pages import OPERATION

urlpatterns = [OPERATION.as_path()]

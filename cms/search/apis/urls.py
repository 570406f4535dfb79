"""Routes of search, under /api/v1/store/."""

from cms.search.apis.search import OPERATION

urlpatterns = [OPERATION.as_path()]

"""What is published over Wagtail's API: a draft that the editor's form would publish, too."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from cms.authoring.exceptions import NotPublishable
from cms.authoring.selectors import faults, pages

ACTION = "publish"


def require_publishable(
    request: HttpRequest, places: Mapping[str, Any], body: Any, answer: HttpResponseBase
) -> None:
    """Let an answer pass that published nothing, or a whole page.

    Drafts may lack what is required, and Wagtail publishes them without another look. To be called
    after its view, which says who may not, in the transaction that a refusal rolls back.

    :raises NotPublishable: when the draft lacks something; `errors` names each by a pointer.
    """
    if not _publishes_a_draft(request, places, body, answer.status_code):
        return
    page = pages.named(places)
    found = faults.of_page(page.get_latest_revision_as_object()) if page else []
    if found:
        raise NotPublishable(found[0]["detail"], extra={"errors": found})


def _publishes_a_draft(
    request: HttpRequest, places: Mapping[str, Any], body: Any, status: int
) -> bool:
    """Return whether a page that is there is published; a new one comes whole, as a form.

    Where Wagtail refuses the action itself for a field, it does not say for which.
    """
    if "page_id" not in places:
        return False
    if request.path.rstrip("/").endswith(f"/actions/{ACTION}"):
        return status in (200, 422)
    meta = body.get("meta") if isinstance(body, dict) else None
    is_asked = isinstance(meta, dict) and meta.get("action") == ACTION
    return request.method == "PATCH" and is_asked and status == 200

"""The button that begins a story."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views import View

from cms.stories.services import opening
from common.exceptions import NotAllowed, NotFound


class WriteStory(View):
    """Begins the story of a product in a language, if nobody has, and opens it."""

    def post(self, request: HttpRequest, product_id: int, locale: str) -> HttpResponseBase:
        """Open the story in the page editor."""
        try:
            story = opening.open_story(
                product_id=product_id, locale=locale, by=request.user, at=timezone.now()
            )
        except NotFound:
            raise Http404 from None
        except NotAllowed:
            raise PermissionDenied from None
        return redirect("wagtailadmin_pages:edit", story.pk)

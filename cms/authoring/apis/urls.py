"""Wagtail's API, every view of it behind our door, to be mounted at /api/cms/v3/."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path
from ninja.security.http import HttpBearer
from wagtail.api.v3.urls import api

from cms.authoring.apis import library, moves
from cms.authoring.apis.door import guarded

PAGE_OF_DOCS = "openapi-view"


class Entered(HttpBearer):
    """Whom the door has let in; it takes the place of what Wagtail would ask."""

    def __call__(self, request: HttpRequest) -> Any:
        """Return the person the door let in."""
        return self.authenticate(request, "")

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Return the person, who is never anonymous here."""
        return request.user if request.user.is_authenticated else None


def nothing(request: HttpRequest) -> HttpResponseBase:
    """Answer a path that Wagtail's API does not have."""
    raise Http404


def _behind_the_door() -> Iterable[URLPattern]:
    for router in api._get_bound_routers():
        for view in router.path_operations.values():
            for operation in view.operations:
                operation.auth_callbacks = [Entered()]
    for each in api.urls[0]:
        # The page that shows the document loads its scripts from other hosts.
        if each.name != PAGE_OF_DOCS:
            yield path(str(each.pattern), guarded(each.callback), each.default_args, each.name)
    yield re_path("", guarded(nothing), name="nothing")


library.narrow_lists()
moves.judge_redirects()
wagtail_api = (list(_behind_the_door()), "ninja", api.urls_namespace)

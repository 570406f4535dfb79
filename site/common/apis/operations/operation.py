"""A hot read, declared once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from common.apis import problems, throttling
from common.apis.operations import answers, openapi, registry
from common.apis.operations.parameters import Parameter, Schema, Values, read_all
from common.exceptions import NotFound, Refusal

Handler = Callable[[HttpRequest, Values], Any]
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, kw_only=True)
class Operation:
    """A GET (and HEAD) whose declaration drives its route, its 400s and its OpenAPI part.

    `path` is relative to `base`, with `{slug}` for what varies. The handler gets the request and
    the values (path places and parameters by name, defaults filled in) and returns bytes of JSON,
    plain data, or an `Answer`; it raises `NotFound` where the path names nothing. `headers` go
    with every answer, refusals too.
    """

    path: str
    operation_id: str
    tag: str
    summary: str
    handler: Handler
    response: Schema
    parameters: tuple[Parameter, ...] = ()
    components: Mapping[str, Schema] = field(default_factory=dict)
    base: str = "/api/v1/store/"
    cache_control: str = answers.PUBLIC
    errors: tuple[int, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    method: ClassVar[str] = "GET"

    @property
    def full_path(self) -> str:
        """Return the path template from the root."""
        return self.base + self.path

    @property
    def places(self) -> tuple[str, ...]:
        """Return the names of what varies in the path."""
        return tuple(_PLACE.findall(self.path))

    def as_path(self) -> URLPattern:
        """Return the route, relative to where `base` is included, and register the operation."""
        registry.register(self)
        return path(_PLACE.sub(r"<str:\1>", self.path), self.as_view(), name=self.operation_id)

    def as_view(self) -> Callable[..., HttpResponseBase]:
        """Return the view."""

        def view(request: HttpRequest, **places: str) -> HttpResponseBase:
            try:
                answer = self.answer(request, places)
            except Refusal as refusal:
                answer = problems.refused(refusal)
            for name, value in self.headers.items():
                answer[name] = value
            return answer

        view.__name__ = self.operation_id
        view.operation = self  # type: ignore[attr-defined]
        view.csrf_exempt = True  # type: ignore[attr-defined]
        return view

    def answer(self, request: HttpRequest, places: Mapping[str, str]) -> HttpResponse:
        """Answer a request.

        :raises Malformed: when a parameter is unknown or invalid.
        :raises NotFound: when the path names nothing.
        """
        if request.method not in ("GET", "HEAD"):
            return _refuse_method()
        throttling.guard(request)
        for each in places.values():
            if "\x00" in each or len(each) > 255:
                raise NotFound()
        values = {**read_all(self.parameters, request.GET), **places}
        found = answers.answer_of(self.handler(request, values))
        answer = answers.respond(request, found, cache_control=self.cache_control)
        if any(each.name == "locale" for each in self.parameters):
            answer.setdefault("Content-Language", values["locale"] or settings.LANGUAGE_CODE)
        return answer

    def openapi(self) -> Schema:
        """Return the operation object of OpenAPI 3.1."""
        return openapi.operation_object(self)


def _refuse_method() -> HttpResponse:
    response = problems.response(
        status=405,
        code="method_not_allowed",
        title="This resource has no such method",
        detail="Only GET and HEAD are answered here.",
    )
    response["Allow"] = "GET, HEAD"
    return response

"""The one kind of REST view: strict about methods, parameters, retries and rates."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.apis import etags, idempotency, parameters, throttling
from common.apis.pagination import CursorPages

Handler = Callable[..., HttpResponseBase]


class ApiView(APIView):
    """A REST view that refuses unknown parameters and honours Idempotency-Key on every POST.

    `query_parameters` names what a query may hold (a `pagination_class` adds `limit` and
    `cursor`); `idempotency_required` makes a POST without a key a 400.
    """

    query_parameters: ClassVar[frozenset[str]] = frozenset()
    idempotency_required: ClassVar[bool] = False
    pagination_class: ClassVar[type[CursorPages] | None] = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer the request: method, caller, rate, key, parameters, then the handler."""
        self.args, self.kwargs = args, kwargs
        self.request = self.initialize_request(request, *args, **kwargs)
        self.headers = self.default_response_headers
        self.format_kwarg = None
        try:
            handler = self._handler()
            if request.method != "OPTIONS":
                self.initial(self.request, *args, **kwargs)
            answer = self._answered(handler)
        except Exception as exc:
            answer = self.handle_exception(exc)
        self.response = self.finalize_response(self.request, answer, *args, **kwargs)
        return etags.conditional(self.request, self.response)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Settle the format, who is calling, how often, and whether they may."""
        renderer, media_type = self.perform_content_negotiation(request)
        request.accepted_renderer, request.accepted_media_type = renderer, media_type
        try:
            self.perform_authentication(request)
        except Exception:
            throttling.guard(request._request)
            raise
        throttling.guard(request._request, user=request.user)
        self.check_permissions(request)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Say which methods there are."""
        return Response(status=204)

    def once(self, handler: Handler) -> HttpResponseBase:
        """Run the handler of a POST at most once per key; a view may bring another way."""
        return idempotency.once(
            self.request,
            lambda: self._rendered(self._checked(handler)),
            required=self.idempotency_required,
        )

    def paged(self, queryset: QuerySet[Any], write: Callable[[Any], Any]) -> Response:
        """Return the page of `queryset` that the request asks for, each row through `write`."""
        pages = (self.pagination_class or CursorPages)()
        rows = pages.paginate_queryset(queryset, self.request, view=self)
        return pages.get_paginated_response([write(row) for row in rows])

    def _handler(self) -> Handler:
        method = (self.request.method or "").lower()
        handler: Handler | None = getattr(self, method, None)
        if handler is None or method not in self.http_method_names:
            raise MethodNotAllowed(self.request.method or "")
        return handler

    def _answered(self, handler: Handler) -> HttpResponseBase:
        if self.request.method == "POST":
            return self.once(handler)
        return self._checked(handler)

    def _checked(self, handler: Handler) -> HttpResponseBase:
        if self.request.method != "OPTIONS":
            parameters.require_known(self.request._request, self._known_parameters())
        return handler(self.request, *self.args, **self.kwargs)

    def _known_parameters(self) -> frozenset[str]:
        paging = {"limit", "cursor"} if self.pagination_class else set()
        return self.query_parameters | paging

    def _rendered(self, answer: HttpResponseBase) -> HttpResponseBase:
        finished = self.finalize_response(self.request, answer, *self.args, **self.kwargs)
        return finished.render() if isinstance(finished, Response) else finished

"""What requests leave in the log: never a query, which may hold a token."""

from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware


class RequestLog(RequestMiddleware):
    """Writes the method and the path of each request."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Return what the log says of a request."""
        return f"{request.method} {request.path}"

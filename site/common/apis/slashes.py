"""Addresses that were written without their last slash."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware

READS = ("GET", "HEAD")
DOORS = ("/api/", "/client/")
PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class PrivateRedirect(HttpResponsePermanentRedirect):
    """A redirect that nobody keeps: its address may hold the token of a draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, value in PRIVATE.items():
            self[name] = value


class SlashMiddleware(CommonMiddleware):
    """Django's, which leads readers to the address with a slash; the API leads no writer astray."""

    response_redirect_class = PrivateRedirect

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        """Return whether an address leads on: of the API only what is read."""
        if request.path.startswith(DOORS) and request.method not in READS:
            return False
        return super().should_redirect_with_slash(request)

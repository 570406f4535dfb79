"""Query parameters: an unknown one is refused, never silently ignored."""

from collections.abc import Collection

from django.http import HttpRequest

from common.exceptions import InvalidParameter, UnknownParameter


def require_known(request: HttpRequest, known: Collection[str]) -> None:
    """Return when every query parameter is in `known`, holds no NUL and was UTF-8.

    :raises UnknownParameter: when one is not.
    :raises InvalidParameter: when a value holds a NUL character or was no UTF-8.
    """
    for name, values in request.GET.lists():
        if name not in known:
            raise UnknownParameter(
                f"There is no query parameter {name[:80]!r} here.", extra={"parameter": name[:80]}
            )
        if any("\x00" in value for value in values):
            raise InvalidParameter(f"{name} holds a NUL character.", extra={"parameter": name})
        if any("\ufffd" in value for value in values):
            raise InvalidParameter(f"{name} is not UTF-8.", extra={"parameter": name})

"""What this host answers itself, by the first part of the address: api, admin, media and their kin."""

from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver


@cache
def own_rooms() -> frozenset[str]:
    """Return the first parts of every address that is routed here or holds files."""
    files = (settings.STATIC_URL, settings.MEDIA_URL)
    served = {first(each) for each in files if each.startswith("/")}
    return frozenset((served | set(_routed(get_resolver().url_patterns))) - {""})


def first(path: str) -> str:
    """Return the first part of a path: `api` of `/api/v1/?a=1`."""
    return path.partition("?")[0].strip("/").partition("/")[0]


def _routed(patterns: list[URLPattern | URLResolver]) -> list[str]:
    found = []
    for each in patterns:
        room = first(str(each.pattern).removeprefix("^"))
        if room:
            found.append(room)
        elif isinstance(each, URLResolver):
            found += _routed(each.url_patterns)
    return found

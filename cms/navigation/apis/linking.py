"""The links of a list that is walked by cursor."""

from urllib.parse import urlencode

from django.http import HttpRequest

from cms.navigation.selectors.walking import Spot


def link_to(request: HttpRequest, spot: Spot | None, *, note: str = "") -> str | None:
    """Return the address of the page of the list at a spot."""
    if spot is None:
        return None
    kept = [
        (name, each) for name, found in request.GET.lists() for each in found if name != "cursor"
    ]
    query = urlencode([*kept, ("cursor", spot.cursor(note))])
    return f"{request.build_absolute_uri(request.path)}?{query}"

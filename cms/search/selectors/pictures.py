"""The pictures with which pages are shared."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import get_page_models

from common.media.models import Picture

FIELD = "share_picture"


def of_pages(page_ids: Iterable[int]) -> dict[int, Any]:
    """Return the picture of each page that has one; two statements where pages can have any."""
    wanted = list(page_ids)
    parts = [
        model.objects.filter(pk__in=wanted, **{f"{FIELD}__isnull": False})
        .order_by()
        .values_list("pk", f"{FIELD}_id")
        for model in get_page_models()
        if any(field.name == FIELD for field in model._meta.get_fields())
    ]
    if not parts or not wanted:
        return {}
    chosen = dict(parts[0].union(*parts[1:]) if parts[1:] else parts[0])
    pictures = Picture.objects.in_bulk(set(chosen.values()))
    return {pk: pictures[picture] for pk, picture in chosen.items() if picture in pictures}

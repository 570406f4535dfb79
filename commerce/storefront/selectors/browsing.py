"""Categories, collections and vendors with how many products each shows."""

from typing import Any

from django.db import connection

from commerce.catalogue.models import Category, Collection
from commerce.partner.models import Partner
from commerce.storefront.composition.pictures import picture_of
from commerce.storefront.selectors import conditions
from common.exceptions import NotFound
from common.utils.text import plain

_COUNT = "SELECT {key}, count(*) FROM {served}{unnested} WHERE d.locale = %s AND d.currency = %s"


def category_tree(*, locale: str, currency: str) -> list[dict[str, Any]]:
    """Return the public categories as a tree, in their order."""
    counts = _counts("c", ", unnest(d.category_ids) AS c", locale, currency)
    roots: list[dict[str, Any]] = []
    stack: list[tuple[str, dict[str, Any]]] = []
    for each in Category.objects.order_by("path"):
        while stack and not each.path.startswith(stack[-1][0]):
            stack.pop()
        if not each.is_public or (each.depth > 1 and len(stack) < each.depth - 1):
            continue
        node: dict[str, Any] = {
            "slug": each.slug, "name": plain(each.name), "product_count": counts.get(each.pk, 0),
            "children": [],
        }  # fmt: skip
        (stack[-1][1]["children"] if stack else roots).append(node)
        stack.append((each.path, node))
    return roots


def collections(*, locale: str, currency: str) -> list[dict[str, Any]]:
    """Return the public collections in their order."""
    counts = _counts("c", ", unnest(d.collection_ids) AS c", locale, currency)
    found = Collection.objects.filter(is_public=True).select_related("image")
    return [
        {
            "slug": each.slug, "title": plain(each.title), "description": plain(each.description),
            "image": picture_of(each.image, alt=each.title),
            "product_count": counts.get(each.pk, 0),
        }
        for each in found
    ]  # fmt: skip


def vendors(*, locale: str, currency: str) -> list[dict[str, Any]]:
    """Return the vendors that trade, by name."""
    counts = _counts("d.vendor_id", "", locale, currency)
    trading = Partner.Status.APPROVED
    found = Partner.objects.filter(status=trading, is_open=True).select_related("logo")
    return [
        {
            "slug": each.slug, "name": plain(each.name), "description": plain(each.description),
            "city": plain(each.city), "country": plain(each.country),
            "logo": picture_of(each.logo, alt=each.name),
            "product_count": counts.get(each.pk, 0),
        }
        for each in found.order_by("name", "pk")
    ]  # fmt: skip


def named(found: list[dict[str, Any]], slug: str) -> dict[str, Any]:
    """Return the one with the slug.

    :raises NotFound: when none has it.
    """
    for each in found:
        if each["slug"] == slug:
            return each
    raise NotFound


def _counts(key: str, unnested: str, locale: str, currency: str) -> dict[int, int]:
    sql = _COUNT.format(key=key, served=conditions.SERVED, unnested=unnested)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} AND {conditions.CURRENT} GROUP BY 1", [locale, currency])
        return dict(cursor.fetchall())

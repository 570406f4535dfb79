"""What editors see of a collection or a vendor before they choose it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count

from cms.core.choosing.cards import smallest
from commerce.catalogue.models import CollectionMember, Product


def furnish_collections(rows: Sequence[Any]) -> None:
    """Give each how many products shoppers see in it, in one statement."""
    seen = Product.objects.on_sale_anywhere().values("pk")
    members = CollectionMember.objects.filter(
        collection__in=[each.pk for each in rows], is_excluded=False, product__in=seen
    )
    counted = members.order_by().values_list("collection").annotate(Count("pk"))
    counts: dict[int, int] = dict(counted)
    for row in rows:
        row.small = smallest(row.image)
        row.count = _products(counts.get(row.pk, 0))
        row.more = "Filled by a rule" if row.kind == row.Kind.RULE else "Filled by hand"
        row.standing = "Shown" if row.is_public else "Hidden"


def furnish_vendors(rows: Sequence[Any]) -> None:
    """Give each how many products it has on sale, in one statement."""
    own = Product.objects.on_sale_anywhere().filter(vendor__in=[each.pk for each in rows])
    counts: dict[Any, int] = dict(own.order_by().values_list("vendor").annotate(Count("pk")))
    for row in rows:
        row.small = smallest(row.logo)
        row.count = _products(counts.get(row.pk, 0))
        row.more = row.city
        is_approved = row.status == row.Status.APPROVED
        row.is_selling = is_approved and row.is_open
        is_closed = is_approved and not row.is_open
        row.standing = "Closed now" if is_closed else row.get_status_display()


def _products(count: int) -> str:
    return f"{count} product{'' if count == 1 else 's'}" if count else "None on sale"

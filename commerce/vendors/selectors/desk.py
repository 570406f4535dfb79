"""What the partner dashboard shows beside what the API does: pictures, prices, counts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Max, Min, Prefetch, QuerySet

from commerce.catalogue.models import Product, ProductImage
from commerce.order.models import Line, VendorOrder
from commerce.partner.models import Partner, Price
from common.exceptions import NotFound


class PriceRange(NamedTuple):
    """The lowest and the highest price of a product in the shop's currency."""

    low: Decimal
    high: Decimal
    currency: str


def counts_by_status(vendor: Partner) -> dict[str, int]:
    """Return how many orders of the vendor are in each status that any is in."""
    found = VendorOrder.objects.filter(vendor=vendor).order_by().values_list("status")
    return dict(found.annotate(Count("id")))


def orders_listed(vendor: Partner, *, status: str = "") -> QuerySet[VendorOrder]:
    """Return the vendor's orders, the newest first, with their lines and products."""
    found = VendorOrder.objects.filter(vendor=vendor)
    if status:
        found = found.filter(status=status)
    lines = Line.objects.select_related("product").order_by("id")
    return found.prefetch_related(Prefetch("lines", lines)).order_by("-placed_at", "-id")


def order_shown(vendor: Partner, public_id: str) -> VendorOrder:
    """Return one order of the vendor with all that its page shows.

    :raises NotFound: when it is somebody else's or nobody's.
    """
    found = orders_listed(vendor).filter(public_id=public_id)
    order = found.prefetch_related("shipments__lines__line").first()
    if order is None:
        raise NotFound
    return order


def canonical_id(product: Product | None) -> int | None:
    """Return the key of the product that carries the pictures; a deleted one has none."""
    if product is None:
        return None
    return product.parent_id or product.pk


def thumbnails_of(product_ids: Iterable[int | None]) -> dict[int, str]:
    """Return the address of the smallest size of each product's first picture."""
    found = (
        ProductImage.objects.filter(
            product_id__in={each for each in product_ids if each}, image__isnull=False
        )
        .select_related("image")
        .order_by("product_id", "display_order", "id")
        .distinct("product_id")
    )
    return {each.product_id: _smallest(each.image) for each in found}


def price_ranges_of(product_ids: Iterable[int]) -> dict[int, PriceRange]:
    """Return what each product costs, its variants taken together."""
    ids, currency = list(product_ids), settings.OSCAR_DEFAULT_CURRENCY
    ranges: dict[int, PriceRange] = {}
    for owner in ("stockrecord__product_id", "stockrecord__product__parent_id"):
        rows = (
            Price.objects.filter(currency=currency, **{f"{owner}__in": ids})
            .order_by()
            .values_list(owner)
            .annotate(Min("amount"), Max("amount"))
        )
        ranges |= {key: PriceRange(low, high, currency) for key, low, high in rows}
    return ranges


def _smallest(picture: object) -> str:
    sizes = sorted(getattr(picture, "sizes", None) or [], key=lambda each: int(each["width"]))
    return str(sizes[0]["src"] if sizes else picture.file.url)  # type: ignore[attr-defined]

"""What editors see of a product or a piece before they choose it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from commerce.catalogue.models import Product, ProductImage
from commerce.catalogue.selectors.buyable import current_prices
from commerce.partner.models import StockRecord
from commerce.partner.strategy import Selector, is_sold
from common.utils import money

# The best first: what one piece has, its product has.
AVAILABILITY = {
    "in_stock": "In stock",
    "made_to_order": "Made to order",
    "backorder": "On backorder",
    "out_of_stock": "Out of stock",
}


@dataclass(frozen=True)
class Card:
    """A product or a piece in a few words; `picture` is an address, empty where there is none."""

    title: str
    vendor: str
    price: str
    availability: str
    status: str
    is_sold: bool
    picture: str
    sku: str = ""

    @property
    def line(self) -> str:
        """Return what stands below the title."""
        last = self.availability if self.is_sold else self.status
        return " · ".join(each for each in (self.vendor, self.price, last) if each)


def card_of(row: Any) -> Card:
    """Return the card of a product; those that were loaded with it get theirs at once."""
    if not hasattr(row, "card"):
        furnish(getattr(row, "peers", None) or [row])
    found: Card = row.card
    return found


def furnish(rows: Sequence[Any]) -> None:
    """Give each product or piece its `card`, in a fixed number of statements."""
    prefetch_related_objects(rows, "vendor", "parent__vendor")
    at = timezone.now()
    records, pictures = _records(rows, at), _pictures(rows)
    strategy = Selector().strategy(at=at)
    for row in rows:
        own = records.get(row.pk, [])
        row.card = _card(row, own, pictures.get(row.parent_id or row.pk, ""), strategy)


def piece_name(piece: Any) -> str:
    """Return what tells a piece from its sisters: Linen dress, M."""
    return ", ".join(
        [piece.get_title(), *(str(each) for each in (piece.variant_options or {}).values())]
    )


def smallest(picture: Any) -> str:
    """Return the address of the smallest size a picture has already, or nothing."""
    sizes = sorted(picture.sizes if picture else [], key=lambda each: int(each["width"]))
    return str(sizes[0]["src"]) if sizes else ""


def _records(rows: Iterable[Any], at: datetime) -> dict[int, list[Any]]:
    known = {each.pk: each for each in rows}
    parents = [each.pk for each in rows if each.is_parent]
    mine = Q(product__in=known) | Q(product__parent__in=parents, product__is_public=True)
    found = StockRecord.objects.filter(mine).select_related("product")
    kept: dict[int, list[Any]] = {}
    for record in found.prefetch_related(Prefetch("prices", current_prices(at=at))):
        piece = record.product
        if piece.pk in known:
            record.product = known[piece.pk]
            kept.setdefault(piece.pk, []).append(record)
        if piece.parent_id in known:
            record.product.parent = known[piece.parent_id]
            kept.setdefault(piece.parent_id, []).append(record)
    return kept


def _pictures(rows: Iterable[Any]) -> dict[int, str]:
    owners = {each.parent_id or each.pk for each in rows}
    found = ProductImage.objects.filter(product__in=owners, image__isnull=False)
    found = found.select_related("image").order_by("product_id", "display_order", "pk")
    return {each.product_id: smallest(each.image) for each in found.distinct("product_id")}


def _card(row: Any, records: Sequence[Any], picture: str, strategy: Any) -> Card:
    owner = row.parent if row.is_child else row
    return Card(
        title=piece_name(row) if row.is_child else row.get_title(),
        vendor=str(owner.vendor.name),
        price=_price(records),
        availability=_availability(row, records, strategy),
        status=_status(row, owner),
        is_sold=is_sold(row),
        picture=picture,
        sku="" if row.is_parent else ", ".join(each.sku for each in records),
    )


def _price(records: Iterable[Any]) -> str:
    amounts = [price.amount for record in records for price in record.prices.all()]
    if not amounts:
        return "No price"
    ends = dict.fromkeys((min(amounts), max(amounts)))
    return " – ".join(money.shown(each, settings.OSCAR_DEFAULT_CURRENCY) for each in ends)


def _availability(row: Any, records: Iterable[Any], strategy: Any) -> str:
    if not is_sold(row):
        return "Not for sale"
    found = {strategy.availability_policy(each.product, each).code for each in records}
    return next((words for code, words in AVAILABILITY.items() if code in found), "Out of stock")


def _status(row: Any, owner: Any) -> str:
    status, vendor = Product.Status(owner.status), owner.vendor
    if status != Product.Status.APPROVED:
        return str(status.label)
    if not owner.is_public:
        return "Unpublished"
    if not row.is_public:
        return "No longer sold"
    if vendor.status != vendor.Status.APPROVED:
        return f"Vendor {vendor.get_status_display().lower()}"
    return "Published" if vendor.is_open else "Vendor closed"

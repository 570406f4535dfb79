"""Rows of the partner dashboard, ready to be drawn."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from django_countries import countries

from commerce.order.models import Line, VendorOrder
from commerce.vendors.selectors import desk


class LineShown(NamedTuple):
    """A line with its picture, its options in words and how many pieces are left to ship."""

    line: Line
    picture: str
    choice: str
    left: int


class OrderShown(NamedTuple):
    """An order with its status in a word, the tone of its badge and where it goes."""

    order: VendorOrder
    word: Any
    tone: str
    country: str
    lines: list[LineShown]


Status = VendorOrder.Status
WORDS: dict[str, tuple[Any, str]] = {
    Status.PENDING: (_("Awaiting payment"), ""),
    Status.PLACED: (_("New"), "warn"),
    Status.ACCEPTED: (_("To ship"), "info"),
    Status.PARTIALLY_SHIPPED: (_("Partly shipped"), "info"),
    Status.SHIPPED: (_("Shipped"), "good"),
    Status.DELIVERED: (_("Delivered"), "good"),
    Status.REJECTED: (_("Rejected"), "bad"),
    Status.CANCELLED: (_("Cancelled"), "bad"),
}
PRODUCT_WORDS: dict[str, tuple[Any, str]] = {
    "draft": (_("Draft"), ""),
    "submitted": (_("Being checked"), "warn"),
    "approved": (_("In the shop"), "good"),
    "declined": (_("Declined"), "bad"),
    "archived": (_("Archived"), ""),
}
ALWAYS_SHOWN = (Status.PLACED, Status.ACCEPTED, Status.PARTIALLY_SHIPPED, Status.SHIPPED)


def tabs(counts: Mapping[str, int], chosen: str) -> list[dict[str, Any]]:
    """Return the statuses to choose from: those of the daily work, and those in use."""
    every = {"value": "", "label": _("All"), "count": sum(counts.values()), "here": not chosen}
    return [every] + [
        {"value": value, "label": word, "count": counts.get(value, 0), "here": value == chosen}
        for value, (word, _tone) in WORDS.items()
        if value in ALWAYS_SHOWN or counts.get(value) or value == chosen
    ]


def dressed(orders: Iterable[VendorOrder]) -> list[OrderShown]:
    """Give each order its word and tone, each line its picture, options and what is left."""
    found = list(orders)
    lines = [line for order in found for line in order.lines.all()]
    pictures = desk.thumbnails_of(desk.canonical_id(line.product) for line in lines)
    return [
        OrderShown(
            order,
            *WORDS[order.status],
            _country(order),
            [_line(each, pictures) for each in order.lines.all()],
        )
        for order in found
    ]


def options(chosen: Mapping[str, Any]) -> str:
    """Return the options of a variant as people say them: Size M · Colour Indigo · One size."""
    return " · ".join(_option(code, str(each)) for code, each in chosen.items())


def _option(code: str, value: str) -> str:
    name = code.replace("_", " ")
    return value if name.lower() in value.lower() else f"{name.capitalize()} {value}"


def _line(line: Line, pictures: Mapping[int, str]) -> LineShown:
    picture = pictures.get(desk.canonical_id(line.product) or 0, "")
    return LineShown(line, picture, options(line.options), line.quantity - line.num_shipped)


def _country(order: VendorOrder) -> str:
    code = str(order.recipient.get("country", ""))
    return str(countries.name(code) or code)

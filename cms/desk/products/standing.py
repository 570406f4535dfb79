"""How a product stands, in words and in what may be done with it."""

from dataclasses import dataclass
from typing import Any

from commerce.catalogue.models import Product

Status = Product.Status


@dataclass(frozen=True)
class Button:
    """Something to do with a product."""

    name: str
    label: str
    icon: str
    asks_first: bool = False


PUBLISH = Button("publish", "Publish", "upload")
UNPUBLISH = Button("unpublish", "Unpublish", "download")
DUPLICATE = Button("duplicate", "Duplicate", "copy")
ARCHIVE = Button("archive", "Archive", "folder-inverse", asks_first=True)
RESTORE = Button("restore", "Restore", "undo")


def is_on_sale(product: Any) -> bool:
    """Return whether the product itself is on sale, whatever its vendor does."""
    return bool(product.is_public and product.status == Status.APPROVED)


def label(product: Any) -> str:
    """Return how the product stands, in a word or two."""
    if is_on_sale(product):
        return "On sale"
    return "Off sale" if product.status == Status.APPROVED else Status(product.status).label


def note(product: Any) -> str:
    """Return why shoppers do not see a product that is on sale."""
    if not is_on_sale(product):
        return ""
    vendor = product.vendor
    if vendor.status != vendor.Status.APPROVED:
        return f"{vendor.name} is {vendor.get_status_display().lower()}: shoppers do not see it."
    return "" if vendor.is_open else f"{vendor.name} is closed now: shoppers do not see it."


def buttons(product: Any, *, may_add: bool) -> list[Button]:
    """Return what may be done with the product now."""
    if product.status == Status.ARCHIVED:
        found = [RESTORE]
    else:
        found = [UNPUBLISH if is_on_sale(product) else PUBLISH, ARCHIVE]
    return [*found, DUPLICATE] if may_add else found

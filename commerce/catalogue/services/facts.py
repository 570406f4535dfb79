"""What a caller says about a product; what is left out stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from commerce.catalogue.models import Category
    from common.media.models import Picture

type AttributeFact = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class PriceFacts:
    """A price, tax included, and the earlier price it is compared with."""

    amount: Decimal
    compare_at: Decimal | None = None


@dataclass(frozen=True, slots=True)
class VariantFacts:
    """One buyable thing.

    `options` maps option code to value. `sku` is the vendor's own; empty derives one. `prices`
    maps currency to a price, None takes a price away, a currency left out stays as it is. `stock`
    None leaves the count as it is (a new variant starts at 0).
    """

    options: Mapping[str, str] = field(default_factory=dict)
    sku: str = ""
    prices: Mapping[str, PriceFacts | None] = field(default_factory=dict)
    stock: int | None = None
    is_tracked: bool = True
    allow_backorder: bool = False
    gtin: str = ""
    weight_g: int | None = None
    lead_time_days: int | None = None


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """A picture of the library, or the web address of one that is to be fetched."""

    picture: Picture | None = None
    source_url: str = ""
    alt: str = ""


class ProductFacts(TypedDict, total=False):
    """Everything that can be said about a product.

    `options` maps option code to name, in order; with `variants` it is the whole matrix.
    `categories`, `images` and `tags` are whole lists. `attributes` sets the codes it names, None
    takes one away.
    """

    title: str
    slug: str
    description: str
    product_class: str
    categories: Sequence[Category]
    options: Mapping[str, str]
    variants: Sequence[VariantFacts]
    attributes: Mapping[str, AttributeFact]
    images: Sequence[ImageFacts]
    tags: Sequence[str]
    seo_title: str
    seo_description: str
    is_made_to_measure: bool
    lead_time_days: int | None
    import_reference: str
    popularity: int

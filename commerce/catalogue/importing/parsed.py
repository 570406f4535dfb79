"""What a product file says, once read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One sentence about one cell; ``line`` is the physical line its record starts on."""

    line: int
    column: str
    sentence: str

    def render(self, file: str) -> str:
        """Give the message as ``FILE:LINE: column: sentence``."""
        return f"{file}:{self.line}: {self.column}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class ParsedImage:
    """An image by its address, which has the shape of a web address but was not fetched."""

    line: int
    url: str
    alt: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedVariant:
    """One buyable thing; ``options`` maps option code to the value's label."""

    line: int
    sku: str
    sku_derived: bool
    options: Mapping[str, str]
    price: Decimal
    currency: str
    compare_at_price: Decimal | None = None
    stock: int | None = None
    track_stock: bool = False
    continue_selling: bool = False
    gtin: str = ""
    weight_g: int | None = None
    image_url: str = ""


@dataclass(frozen=True, slots=True)
class ParsedProduct:
    """All rows of one handle; ``option_names`` maps option code to the name as written."""

    handle: str
    slug: str
    line: int
    title: str
    description_html: str
    variants: tuple[ParsedVariant, ...]
    images: tuple[ParsedImage, ...] = ()
    option_names: Mapping[str, str] = field(default_factory=dict)
    category_path: tuple[str, ...] = ()
    type: str = ""
    brand: str = ""
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    published: bool = False
    made_to_measure: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    seo_title: str = ""
    seo_description: str = ""


@dataclass(frozen=True, slots=True)
class RefusedProduct:
    """A product that is left out, with every reason; ``handle`` is empty if unknown."""

    handle: str
    line: int
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The whole file: what may go in, what may not, and what is worth saying."""

    format: str
    products: tuple[ParsedProduct, ...] = ()
    refused: tuple[RefusedProduct, ...] = ()
    warnings: tuple[RowProblem, ...] = ()

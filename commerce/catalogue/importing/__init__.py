"""The reading side of product import: bytes in, products and sentences out; no database."""

from commerce.catalogue.importing.layouts import FORMATS, UnknownFormat
from commerce.catalogue.importing.parsed import (
    ParsedFile,
    ParsedImage,
    ParsedProduct,
    ParsedVariant,
    RefusedProduct,
    RowProblem,
)
from commerce.catalogue.importing.reading import read_products
from commerce.catalogue.importing.skus import derive_sku

__all__ = [
    "FORMATS",
    "ParsedFile",
    "ParsedImage",
    "ParsedProduct",
    "ParsedVariant",
    "RefusedProduct",
    "RowProblem",
    "UnknownFormat",
    "derive_sku",
    "read_products",
]

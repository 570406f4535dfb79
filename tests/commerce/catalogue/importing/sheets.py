"""Small product files written for one test each."""

import csv
import io
from pathlib import Path

from commerce.catalogue.importing import ParsedFile, read_products

REAL_EXPORT = Path(__file__).parents[3] / "data" / "shopify-apparel.csv"

HEADER = (
    "Handle",
    "Title",
    "Body (HTML)",
    "Tags",
    "Published",
    "Option1 Name",
    "Option1 Value",
    "Option2 Name",
    "Option2 Value",
    "Variant SKU",
    "Variant Grams",
    "Variant Inventory Tracker",
    "Variant Inventory Qty",
    "Variant Inventory Policy",
    "Variant Price",
    "Variant Compare At Price",
    "Variant Barcode",
    "Image Src",
    "Image Position",
    "Image Alt Text",
)
PLAIN = {
    "Handle": "wax-shirt",
    "Title": "Wax Shirt",
    "Published": "true",
    "Option1 Name": "Title",
    "Option1 Value": "Default Title",
    "Variant Inventory Tracker": "shopify",
    "Variant Inventory Qty": "3",
    "Variant Price": "50.00",
}
SIZED = PLAIN | {"Handle": "ankara-top", "Title": "Ankara Top", "Option1 Name": "Size"}


def sheet(*rows: dict[str, str], header: tuple[str, ...] = HEADER) -> bytes:
    """Write the rows under the header, and under any further column a row uses."""
    extra = [name for row in rows for name in row if name not in header]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*header, *dict.fromkeys(extra)], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def size(label: str, **cells: str) -> dict[str, str]:
    """Write a later row of the sized product."""
    return {"Handle": "ankara-top", "Option1 Value": label, "Variant Price": "60"} | cells


def parse(data: bytes, format: str | None = None) -> ParsedFile:
    """Read the bytes as the vendor ``adire`` trading in naira."""
    return read_products(io.BytesIO(data), format=format, vendor="adire", currency="NGN")


def messages(parsed: ParsedFile) -> list[str]:
    """Give every refusal as it would be shown."""
    return [problem.render("f.csv") for refused in parsed.refused for problem in refused.problems]


def warnings(parsed: ParsedFile) -> list[str]:
    """Give every warning as it would be shown."""
    return [warning.render("f.csv") for warning in parsed.warnings]


def handles(parsed: ParsedFile) -> list[str]:
    """Give the handles of what may go in."""
    return [product.handle for product in parsed.products]

"""A big Shopify export: `python -m tests.commerce.catalogue.importing.heap 2000 > big.csv`."""

import sys

from tests.commerce.catalogue.importing.sheets import sheet

KINDS = ("Dress", "Shirt", "Kaftan", "Skirt", "Robe")
SIZES = ("S", "M", "L")


def heap(count: int, *, price: int = 50) -> bytes:
    """Write that many products of three sizes, each with two pictures, tags and a category."""
    return sheet(*(row for number in range(count) for row in _rows(number, price)))


def _rows(number: int, price: int) -> list[dict[str, str]]:
    kind = KINDS[number % len(KINDS)]
    rows = [
        {
            "Handle": f"piece-{number}",
            "Variant SKU": f"P{number}-{size}",
            "Option1 Value": size,
            "Variant Inventory Tracker": "shopify",
            "Variant Inventory Qty": str(number % 20),
            "Variant Price": f"{price + number % 90}.00",
            "Variant Compare At Price": f"{price + number % 90 + 20}.00",
        }
        for size in SIZES
    ]
    rows[0] |= {
        "Title": f"{kind} {number}",
        "Body (HTML)": f"<p>A {kind.lower()} of cotton, number {number}.</p>",
        "Vendor": "Ade",
        "Type": kind,
        "Product Category": f"Apparel > Clothing > {kind}",
        "Tags": "cotton, new",
        "Published": "true",
        "Option1 Name": "Size",
        "Image Src": f"https://pictures.example/{number}-front.jpg",
        "Image Position": "1",
    }
    rows[1] |= {
        "Image Src": f"https://pictures.example/{number}-back.jpg", "Image Position": "2"
    }  # fmt: skip
    return rows


if __name__ == "__main__":
    sys.stdout.buffer.write(heap(int(sys.argv[1])))

"""Exports as other shops have them: the older one from Excel, the one of 2025, and both at their worst."""

import csv
import io
from collections.abc import Sequence

OLDER = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Product Category", "Type", "Tags", "Published",
    "Option1 Name", "Option1 Value", "Option1 Linked To", "Option2 Name", "Option2 Value",
    "Option2 Linked To", "Option3 Name", "Option3 Value", "Option3 Linked To", "Variant SKU",
    "Variant Grams", "Variant Inventory Tracker", "Variant Inventory Qty",
    "Variant Inventory Policy", "Variant Fulfillment Service", "Variant Price",
    "Variant Compare At Price", "Variant Requires Shipping", "Variant Taxable", "Variant Barcode",
    "Image Src", "Image Position", "Image Alt Text", "Gift Card", "SEO Title", "SEO Description",
    "Google Shopping / Gender", "Fabric (product.metafields.custom.fabric)", "Variant Image",
    "Variant Weight Unit", "Variant Tax Code", "Cost per item", "Included / International",
    "Price / International", "Compare At Price / International", "Included / Nigeria",
    "Price / Nigeria", "Status",
)  # fmt: skip
NEWER = (
    "Title", "URL handle", "Description", "Vendor", "Product category", "Type", "Tags",
    "Published on online store", "Status", "SKU", "Barcode", "Option1 name", "Option1 value",
    "Option1 Linked To", "Option2 name", "Option2 value", "Option2 Linked To", "Price",
    "Compare-at price", "Cost per item", "Charge tax", "Tax code", "Inventory tracker",
    "Inventory quantity", "Continue selling when out of stock", "Weight value (grams)",
    "Weight unit for display", "Requires shipping", "Fulfillment service", "Product image URL",
    "Image position", "Image alt text", "Variant image URL", "Gift card", "SEO title",
    "SEO description", "Google Shopping / Gender", "Color (product.metafields.shopify.color-pattern)",
)  # fmt: skip
MANY = [(size, color) for size in range(1, 11) for color in range(1, 11)]


def written(header: Sequence[str], rows: Sequence[dict[str, str]], end: str = "\r\n") -> bytes:
    """Write the rows as a spreadsheet does: with a mark, and every cell quoted."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(
        out, header, restval="", lineterminator=end, quoting=csv.QUOTE_ALL, strict=True
    )
    writer.writeheader()
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def variant(handle: str, price: str, **more: str) -> dict[str, str]:
    """Write a row of the older export that sells something."""
    return {
        "Handle": handle, "Variant Price": price, "Variant Inventory Tracker": "shopify",
        "Variant Inventory Qty": "5", "Variant Inventory Policy": "deny", "Status": "active",
        "Option1 Value": "Default Title",
    } | more  # fmt: skip


def head(handle: str, title: str, price: str, **more: str) -> dict[str, str]:
    """Write the first row of a product of the older export."""
    return (
        variant(handle, price)
        | {"Title": title, "Published": "true", "Option1 Name": "Title", "Gift Card": "false"}
        | more
    )


def older() -> bytes:
    """A shop with everything in it that exports have."""
    rows = [
        head(
            "adire-boubou", "Adire Boubou “Indigo”", "18500.00",
            **{
                "Body (HTML)": '<p>Line one,\r\nline "two"</p>\n<script>alert(1)</script>',
                "Vendor": "Maison Ọ̀ṣun", "Product Category": "Apparel & Accessories > Clothing > Dresses",
                "Tags": "adire, indigo, adire", "Image Src": "https://cdn.example/front.jpg?v=1",
                "Image Position": "2", "Image Alt Text": "Front", "Google Shopping / Gender": "female",
                "Fabric (product.metafields.custom.fabric)": "Cotton, hand dyed",
                "Price / International": "40.00", "Included / International": "true",
                "Price / Nigeria": "17000", "Variant Barcode": "'4006381333931",
            },
        ),
        {"Handle": "adire-boubou", "Image Src": "//cdn.example/back.jpg", "Image Position": "1"},
        {"Handle": "adire-boubou", "Image Src": "https://cdn.example/side.jpg", "Image Position": "3"},
        head("gift", "Gift card", "5000", **{"Gift Card": "true", "Variant Inventory Tracker": ""}),
        head("draft-shirt", "Draft shirt", "100", Status="draft"),
        head("archived-shirt", "Old shirt", "100", Status="archived"),
        head("hidden-shirt", "Hidden shirt", "100", Published="false"),
        head("free-bag", "Free bag", "0.00"),
        head(
            "دشداشة", "دشداشة 👘", "900", **{"Variant Inventory Policy": "continue", "Variant Inventory Qty": "-3"}
        ),
        *many_variants(),
    ]  # fmt: skip
    return written(OLDER, rows)


def many_variants() -> list[dict[str, str]]:
    """A hundred variants without a SKU, the most that Shopify allowed."""
    rows = [
        variant("wrapper", f"{1000 + size}", **{
            "Option1 Value": str(size), "Option2 Value": f"Colour {color}",
            "Variant Image": f"https://cdn.example/{color}.jpg",
        })
        for size, color in MANY
    ]  # fmt: skip
    rows[0] |= {
        "Title": "Wrapper", "Published": "true", "Option1 Name": "Size", "Option2 Name": "Colour",
    }  # fmt: skip
    return rows


def newer() -> bytes:
    """The columns of 2025."""
    first = {
        "Title": "Linen Agbada", "URL handle": "linen-agbada", "Description": "<p>Three pieces</p>",
        "Vendor": "Sade", "Product category": "Apparel & Accessories > Clothing",
        "Published on online store": "TRUE", "Status": "Active", "SKU": "AGB-M",
        "Option1 name": "Size", "Option1 value": "M", "Price": "1,250.50",
        "Compare-at price": "1,500", "Inventory tracker": "shopify", "Inventory quantity": "4",
        "Continue selling when out of stock": "DENY", "Weight value (grams)": "1250.0",
        "Product image URL": "https://cdn.example/agbada.png", "Image position": "1",
        "Image alt text": "Agbada", "Gift card": "FALSE", "SEO title": "Agbada of linen",
        "Color (product.metafields.shopify.color-pattern)": "ivory",
    }  # fmt: skip
    second = {
        "URL handle": "linen-agbada", "SKU": "AGB-L", "Option1 value": "L", "Price": "1300",
        "Inventory tracker": "shopify", "Inventory quantity": "0",
        "Continue selling when out of stock": "CONTINUE",
        "Variant image URL": "https://cdn.example/agbada-l.png",
    }  # fmt: skip
    draft = first | {"URL handle": "draft", "Title": "Draft", "SKU": "D", "Status": "Draft"}
    return written(NEWER, [first, second, draft], end="\n")

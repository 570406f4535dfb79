import io
from decimal import Decimal

import pytest

from commerce.catalogue.importing import UnknownFormat, read_products
from tests.commerce.catalogue.importing.sheets import (
    PLAIN,
    REAL_EXPORT,
    SIZED,
    handles,
    messages,
    parse,
    sheet,
    size,
)
from tests.timing import within


def test_the_real_export_gives_twenty_products_and_no_complaint() -> None:
    parsed = read_products(REAL_EXPORT, format="shopify", vendor="adire", currency="NGN")

    assert (len(parsed.products), parsed.refused, parsed.warnings) == (20, (), ())
    assert sum(len(product.variants) for product in parsed.products) == 22
    assert all(product.published for product in parsed.products)


def test_the_real_export_gives_the_sized_top_its_three_variants() -> None:
    parsed = read_products(REAL_EXPORT, format=None, vendor="adire", currency="NGN")
    top = parsed.products[1]

    assert (top.handle, top.slug, top.title) == (
        "classic-varsity-top",
        "classic-varsity-top",
        "Classic Varsity Top",
    )
    assert top.option_names == {"size": "Size"}
    assert [(v.line, v.options, v.sku) for v in top.variants] == [
        (3, {"size": "Small"}, "ADIRE.CLASSIC-VARSITY-TOP.SMALL"),
        (4, {"size": "Medium"}, "ADIRE.CLASSIC-VARSITY-TOP.MEDIUM"),
        (5, {"size": "Large"}, "ADIRE.CLASSIC-VARSITY-TOP.LARGE"),
    ]
    assert {(v.price, v.currency, v.stock) for v in top.variants} == {(Decimal("60.00"), "NGN", 1)}
    assert (top.tags, top.brand) == (("women",), "partners-demo")


def test_default_title_means_no_options() -> None:
    shirt = read_products(REAL_EXPORT, format=None, vendor="adire", currency="NGN").products[0]

    assert shirt.option_names == {}
    assert [(v.options, v.sku) for v in shirt.variants] == [({}, "ADIRE.OCEAN-BLUE-SHIRT")]
    assert [image.url for image in shirt.images] == [
        "https://burst.shopifycdn.com/photos/young-man-in-bright-fashion_925x.jpg"
    ]


def test_three_broken_rows_are_three_lines_and_the_rest_goes_in() -> None:
    lines = REAL_EXPORT.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b",manual,50,", b",manual,fifty,")
    lines[3] = lines[3].replace(b",Medium,", b",,")
    lines[9] = lines[9].replace(b"Dark Denim Top", b"")

    parsed = parse(b"\n".join(lines), "shopify")

    assert messages(parsed) == [
        (
            'f.csv:2: Variant Price: "fifty" is not an amount; '
            "write it like 1250.00, without a currency sign."
        ),
        'f.csv:4: Option1 Value: The value of the option "Size" is missing.',
        "f.csv:10: Title: The title is missing on the first row of the product.",
    ]
    assert [refused.handle for refused in parsed.refused] == [
        "ocean-blue-shirt",
        "classic-varsity-top",
        "dark-denim-top",
    ]
    assert len(parsed.products) == 17


def test_every_broken_row_of_one_product_is_named() -> None:
    parsed = parse(
        sheet(
            SIZED | {"Option1 Value": "S", "Variant Price": "x"},
            size("M", **{"Variant Price": "-1"}),
            size("L"),
            size("XL", **{"Variant Inventory Qty": "few"}),
        )
    )

    assert [line.split(":")[1] for line in messages(parsed)] == ["2", "3", "5"]
    assert parsed.products == ()


def test_rows_of_one_handle_need_not_be_adjacent() -> None:
    parsed = parse(sheet(SIZED | {"Option1 Value": "S"}, PLAIN, size("M")))

    assert [(p.handle, len(p.variants)) for p in parsed.products] == [
        ("ankara-top", 2),
        ("wax-shirt", 1),
    ]


def test_reading_twice_gives_the_same() -> None:
    data = REAL_EXPORT.read_bytes()

    assert parse(data) == parse(data)


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UnknownFormat, match="'xml' is not one of shopify, fashionistar"):
        read_products(io.BytesIO(sheet(PLAIN)), format="xml", vendor="adire", currency="NGN")


def test_fifty_thousand_rows_are_read_in_seconds() -> None:
    rows = [
        row
        for n in range(10_000)
        for row in (
            SIZED | {"Handle": f"top-{n}", "Option1 Value": "S", "Variant SKU": f"{n}-S"},
            *(size(label, Handle=f"top-{n}") for label in ("M", "L", "XL", "XXL")),
        )
    ]
    data = sheet(*rows)

    with within(8):
        parsed = parse(data)

    assert (len(parsed.products), handles(parsed)[-1]) == (10_000, "top-9999")

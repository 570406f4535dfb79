from decimal import Decimal

import pytest

from commerce.catalogue.importing import ParsedImage, ParsedVariant
from tests.commerce.catalogue.importing.sheets import (
    PLAIN,
    SIZED,
    handles,
    messages,
    parse,
    sheet,
    size,
    warnings,
)

NEW_TEMPLATE = (
    b"Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,"
    b"Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Price,Price / International,"
    b"Compare-at price,Cost per item,Inventory tracker,Inventory quantity,"
    b"Continue selling when out of stock,Weight value (grams),Product image URL,Image position\r\n"
    b"Mule,mule,<p>x</p>,Adire,Apparel & Accessories > Shoes,Shoes,,TRUE,Active,M-1,,Colour,Red,,"
    b"20.00,19,25.00,9.00,shopify,4,TRUE,453.6,https://cdn.example/1.jpg,1\r\n"
)


def variant(**cells: str) -> ParsedVariant:
    names = {name.replace("_", " "): cell for name, cell in cells.items()}
    return parse(sheet(PLAIN | names)).products[0].variants[0]


def test_the_newer_template_is_read() -> None:
    parsed = parse(NEW_TEMPLATE)

    (mule,) = parsed.products
    assert (mule.handle, mule.published, mule.type) == ("mule", True, "Shoes")
    assert mule.category_path == ("Apparel & Accessories", "Shoes")
    assert mule.option_names == {"color": "Colour"}
    assert mule.variants == (
        ParsedVariant(
            line=2,
            sku="M-1",
            sku_derived=False,
            options={"color": "Red"},
            price=Decimal("20.00"),
            currency="NGN",
            compare_at_price=Decimal("25.00"),
            stock=4,
            track_stock=True,
            continue_selling=True,
            weight_g=454,
        ),
    )


def test_columns_of_newer_exports_are_read_or_passed_over() -> None:
    row = PLAIN | {
        "Product Category": "Apparel > Shirts",
        "Type": "Shirt",
        "Standard Product Type": "Ignored > Here",
        "Status": "active",
        "Cost per item": "3",
        "Included / Nigeria": "true",
        "Price / International": "x",
        "Variant Weight Unit": "lb",
        "Fabric (product.metafields.custom.fabric)": "Cotton",
        "Google Shopping / Gender": "female",
        "SEO Title": "Shirt!",
    }

    parsed = parse(sheet(row))

    assert (parsed.refused, parsed.warnings) == ((), ())
    product = parsed.products[0]
    assert product.category_path == ("Apparel", "Shirts")
    assert (product.type, product.seo_title) == ("Shirt", "Shirt!")
    assert product.attributes == {"fabric": "Cotton", "gender": "female"}


def test_a_category_that_says_nothing_is_none() -> None:
    for said in ("Uncategorized", "212"):
        assert parse(sheet(PLAIN | {"Product Category": said})).products[0].category_path == ()


def test_rows_without_options_and_price_are_extra_images() -> None:
    first = SIZED | {
        "Option1 Value": "S",
        "Image Src": "https://i.example/2",
        "Image Position": "2",
    }
    extra = {
        "Handle": "ankara-top",
        "Image Src": "http://i.example/1",
        "Image Position": "1",
        "Image Alt Text": "Back",
    }

    (top,) = parse(sheet(first, extra, size("M", **{"Variant Image": "//i.example/m"}))).products

    assert len(top.variants) == 2
    assert top.images == (
        ParsedImage(3, "http://i.example/1", "Back", 1),
        ParsedImage(2, "https://i.example/2", "", 2),
        ParsedImage(4, "https://i.example/m"),
    )
    assert top.variants[1].image_url == "https://i.example/m"


@pytest.mark.parametrize(
    "address",
    ["ftp://i.example/1", "shirt.jpg", "https://", "http://[::1", "https://a b", "javascript:1"],
)
def test_what_is_no_web_address_is_a_warning(address: str) -> None:
    parsed = parse(sheet(PLAIN | {"Image Src": address}))

    assert parsed.products[0].images == ()
    assert warnings(parsed) == [
        f'f.csv:2: Image Src: "{address}" is not a web address (http or https). It is left out.'
    ]


def test_an_endless_address_is_left_out() -> None:
    fits, endless = (f"https://i.example/{'x' * length}" for length in (982, 983))

    assert len(parse(sheet(PLAIN | {"Image Src": fits})).products[0].images) == 1
    assert parse(sheet(PLAIN | {"Image Src": endless})).products[0].images == ()


@pytest.mark.parametrize(
    ("published", "status", "live"),
    [
        ("true", "active", True),
        ("TRUE", "", True),
        ("true", "draft", False),
        ("true", "archived", False),
        ("false", "active", False),
        ("", "active", False),
    ],
)
def test_only_what_is_published_and_active_goes_live(
    published: str, status: str, live: bool
) -> None:
    row = PLAIN | {"Published": published, "Status": status}

    assert parse(sheet(row)).products[0].published is live


def test_without_a_published_column_the_status_decides() -> None:
    head = b"Handle,Title,Variant Price,Status\n"

    assert parse(head + b"a,A,1,active\n").products[0].published
    assert not parse(head + b"a,A,1,\n").products[0].published
    assert not parse(b"Handle,Title,Variant Price\na,A,1\n").products[0].published


def test_a_gift_card_stays_unpublished() -> None:
    parsed = parse(sheet(PLAIN | {"Gift Card": "true"}))

    assert not parsed.products[0].published
    assert warnings(parsed) == ["f.csv:2: Gift Card: A gift card is imported unpublished."]


def test_stock_is_tracked_only_where_the_shop_tracks_it() -> None:
    assert variant().track_stock
    assert not variant(Variant_Inventory_Tracker="").track_stock
    assert not parse(b"Handle,Title,Variant Price\na,A,1\n").products[0].variants[0].track_stock


def test_an_oversold_count_is_zero_where_selling_continues() -> None:
    cells = {"Variant Inventory Qty": "-4", "Variant Inventory Policy": "continue"}

    parsed = parse(sheet(PLAIN | cells))

    only = parsed.products[0].variants[0]
    assert (only.stock, only.continue_selling) == (0, True)
    assert warnings(parsed) == [
        "f.csv:2: Variant Inventory Qty: -4 is below zero and is read as 0."
    ]


def test_amounts_may_have_commas_between_thousands() -> None:
    assert variant(Variant_Price="1,250.00").price == Decimal("1250.00")
    assert str(variant(Variant_Price="7").price) == "7.00"


def test_a_price_of_zero_is_a_warning() -> None:
    assert warnings(parse(sheet(PLAIN | {"Variant Price": "0.00"}))) == [
        "f.csv:2: Variant Price: The price is zero, so nobody can buy it."
    ]


def test_an_earlier_price_counts_only_above_the_price() -> None:
    assert variant(Variant_Price="50").compare_at_price is None
    assert variant(**{"Variant_Compare At Price": "80"}).compare_at_price == Decimal("80.00")
    lower = parse(sheet(PLAIN | {"Variant Compare At Price": "20"}))
    assert lower.products[0].variants[0].compare_at_price is None
    assert len(lower.warnings) == 1


def test_a_barcode_is_a_gtin_or_a_warning() -> None:
    assert variant(Variant_Barcode="'4006381333931").gtin == "4006381333931"
    wrong = parse(sheet(PLAIN | {"Variant Barcode": "4006381333932"}))
    assert wrong.products[0].variants[0].gtin == ""
    assert "its last digit does not match. It is left out." in warnings(wrong)[0]


def test_tags_are_split_at_commas_once_each() -> None:
    assert parse(sheet(PLAIN | {"Tags": "a, b  c,,a"})).products[0].tags == ("a", "b c")


def test_an_option_called_title_with_real_values_is_an_option() -> None:
    rows = [SIZED | {"Option1 Name": "Title", "Option1 Value": "Short"}, size("Long")]

    assert parse(sheet(*rows)).products[0].option_names == {"title": "Title"}


def test_three_options_make_one_combination_each() -> None:
    names = {"Option2 Name": "Colour", "Option3 Name": "Shoe Width"}
    first = SIZED | names | {"Option1 Value": "S", "Option2 Value": "Red", "Option3 Value": "E"}
    later = size("S", **{"Option2 Value": "Red", "Option3 Value": "F"})

    (product,) = parse(sheet(first, later)).products

    assert product.option_names == {"size": "Size", "color": "Colour", "shoe_width": "Shoe Width"}
    assert [list(v.options.values()) for v in product.variants] == [
        ["S", "Red", "E"],
        ["S", "Red", "F"],
    ]


def test_a_handle_of_odd_characters_becomes_a_slug() -> None:
    parsed = parse(sheet(PLAIN | {"Handle": "Àdìrẹ Gown!/2"}))

    assert (handles(parsed), messages(parsed)) == (["Àdìrẹ Gown!/2"], [])
    assert parsed.products[0].slug == "adire-gown-2"

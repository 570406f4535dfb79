from decimal import Decimal

from commerce.catalogue.importing import ParsedFile
from tests.commerce.catalogue.importing.sheets import messages, parse, warnings

FILE = """\
handle,title,description,category,product_type,collections,tags,published,option.Size,option.colour,attr.fabric,sku,price,currency,compare_at_price,stock,gtin,weight_g,image_urls,made_to_measure
kaftan,Silk Kaftan,<p>Soft</p>,Women > Kaftans,apparel,Eid|New in,"silk, eid",true,M,Red,Silk,K-M,50000,ngn,60000,3,,300,https://i.example/1|https://i.example/2,true
kaftan,,,,,,,,L,Red,,,52000,,,,,,,
cap,Fila Cap,,,,,,false,,,,,9000,,,,,,,
"""


def read(text: str) -> ParsedFile:
    return parse(text.encode())


def test_one_row_is_one_variant() -> None:
    parsed = read(FILE)

    assert (parsed.format, parsed.refused, parsed.warnings) == ("fashionistar", (), ())
    kaftan, cap = parsed.products
    assert kaftan.option_names == {"size": "Size", "color": "colour"}
    assert [(v.sku, v.price, v.stock, v.track_stock) for v in kaftan.variants] == [
        ("K-M", Decimal("50000.00"), 3, True),
        ("ADIRE.KAFTAN.RED.L", Decimal("52000.00"), None, False),
    ]
    assert (kaftan.made_to_measure, kaftan.published, cap.published) == (True, True, False)
    assert kaftan.collections == ("Eid", "New in")
    assert kaftan.attributes == {"fabric": "Silk"}
    assert [image.url for image in kaftan.images] == ["https://i.example/1", "https://i.example/2"]
    assert (cap.option_names, cap.variants[0].options) == ({}, {})


def test_an_option_filled_on_one_row_is_needed_on_all() -> None:
    assert messages(read(FILE.replace(",L,Red,", ",L,,"))) == [
        'f.csv:3: option.colour: The value of the option "colour" is missing.'
    ]


def test_a_currency_of_another_shape_is_refused() -> None:
    assert messages(read(FILE.replace(",ngn,", ",naira,"))) == [
        'f.csv:2: currency: "naira" is not a currency code of three letters.'
    ]


def test_made_to_measure_is_true_or_false() -> None:
    assert messages(read(FILE.replace("/2,true", "/2,soon"))) == [
        'f.csv:2: made_to_measure: "soon" is neither true nor false.'
    ]


def test_a_column_nobody_knows_is_a_warning() -> None:
    assert warnings(read("handle,title,price,colour\na,A,1,red\n")) == [
        "f.csv:1: colour: The column is not part of the format and is passed over."
    ]


def test_a_bad_address_among_several_is_left_out() -> None:
    parsed = read(FILE.replace("https://i.example/2", "nowhere"))

    assert len(parsed.products[0].images) == 1
    assert warnings(parsed) == [
        'f.csv:2: image_urls: "nowhere" is not a web address (http or https). It is left out.'
    ]


def test_the_format_asked_for_wins_over_the_header() -> None:
    assert parse(b"handle,title,price\na,A,1\n", "shopify").format == "shopify"
    assert messages(parse(b"Handle,Title,Variant Price\na,A,1\n", "fashionistar")) == [
        "f.csv:1: header: The header lacks the column price of the fashionistar format."
    ]

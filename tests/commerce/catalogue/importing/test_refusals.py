import pytest

from tests.commerce.catalogue.importing.sheets import (
    HEADER,
    PLAIN,
    SIZED,
    handles,
    messages,
    parse,
    sheet,
    size,
)

OTHER = PLAIN | {"Handle": "other", "Title": "Other"}
LIKE = "write it like 1250.00, without a currency sign."
S = SIZED | {"Option1 Value": "S"}


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("Variant Price", "", "The price is missing."),
        ("Variant Price", "-5", '"-5" is below zero.'),
        ("Variant Price", "free", f'"free" is not an amount; {LIKE}'),
        ("Variant Price", "₦500", f'"₦500" is not an amount; {LIKE}'),
        ("Variant Price", "12,50", f'"12,50" is not an amount; {LIKE}'),
        ("Variant Price", "NaN", f'"NaN" is not an amount; {LIKE}'),
        ("Variant Price", "1e3", f'"1e3" is not an amount; {LIKE}'),
        ("Variant Price", "٥٠", f'"٥٠" is not an amount; {LIKE}'),
        ("Variant Price", "9.999", '"9.999" has more than two decimals.'),
        (
            "Variant Price",
            "1" + "0" * 20,
            '"100000000000000000000" is more than the largest amount, 9999999999.99.',
        ),
        (
            "Variant Price",
            "10000000000",
            '"10000000000" is more than the largest amount, 9999999999.99.',
        ),
        ("Variant SKU", "a\x1bb", '"a�b" holds a character that cannot be printed.'),
        ("Variant Compare At Price", "-1", '"-1" is below zero.'),
        ("Variant Inventory Qty", "-2", "-2 is below zero."),
        ("Variant Inventory Qty", "some", '"some" is not a whole number.'),
        ("Variant Inventory Qty", "1.5", '"1.5" is not a whole number.'),
        (
            "Variant Inventory Qty",
            "2147483648",
            '"2147483648" is more than the largest number, 2147483647.',
        ),
        ("Variant Inventory Policy", "maybe", '"maybe" is neither true nor false.'),
        ("Variant Grams", "heavy", '"heavy" is not a weight in grams.'),
        ("Variant Grams", "-1", '"-1" is below zero.'),
        ("Variant SKU", "x" * 65, "The SKU is longer than 64 characters."),
        ("Published", "perhaps", '"perhaps" is neither true nor false.'),
        ("Status", "gone", '"gone" is not active, draft or archived.'),
        ("Title", "", "The title is missing on the first row of the product."),
        ("Title", "x" * 256, "The text is longer than 255 characters."),
        ("Tags", "x" * 101, "One of the names is longer than 100 characters."),
        ("Handle", "", "The handle is missing."),
        ("Handle", "x" * 256, "The handle is longer than 255 characters."),
        ("Title", "a\0b", "The cell holds a NUL or a byte that is not text."),
        (
            "Body (HTML)",
            "x" * 131_073,
            "A cell is longer than 131072 characters; perhaps a quotation mark is missing.",
        ),
    ],
)
def test_a_bad_cell_refuses_its_product_alone(column: str, cell: str, sentence: str) -> None:
    parsed = parse(sheet(PLAIN | {"Status": "active"} | {column: cell}, OTHER))

    named = "row" if sentence.startswith("A cell") else column
    assert messages(parsed) == [f"f.csv:2: {named}: {sentence}"]
    assert handles(parsed) == ["other"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [S, size("s"), OTHER],
            "f.csv:3: Option1 Value: The same options already stand on line 2.",
        ),
        ([PLAIN, PLAIN, OTHER], "f.csv:3: Handle: The same options already stand on line 2."),
        (
            [S, size(""), OTHER],
            'f.csv:3: Option1 Value: The value of the option "Size" is missing.',
        ),
        (
            [S, size("x" * 256), OTHER],
            "f.csv:3: Option1 Value: The value is longer than 255 characters.",
        ),
        (
            [S, size("M", **{"Option1 Name": "Fit"}), OTHER],
            'f.csv:3: Option1 Name: The option is called "Fit" here but "Size" before.',
        ),
        (
            [S | {"Option1 Name": ""}, OTHER],
            "f.csv:2: Option1 Name: The option has a value but no name.",
        ),
        (
            [S | {"Option2 Name": "size", "Option2 Value": "1"}, OTHER],
            'f.csv:2: Option2 Name: The product has more than one option called "size".',
        ),
        (
            [S, {"Handle": "ankara-top", "Variant SKU": "A"}, OTHER],
            "f.csv:3: Image Src: The row has no options, no price and no image.",
        ),
        (
            [PLAIN | {"Option1 Value": "", "Variant Price": ""}, OTHER],
            "f.csv:2: Variant Price: The price is missing.",
        ),
        (
            [PLAIN | {"Handle": "Other"}, OTHER],
            "f.csv:3: Handle: The handle is the same address as the one on line 2.",
        ),
    ],
)
def test_rows_that_contradict_refuse_their_product(
    rows: list[dict[str, str]], message: str
) -> None:
    parsed = parse(sheet(*rows))

    assert messages(parsed) == [message]
    assert len(parsed.products) == 1


def test_a_repeated_sku_refuses_the_later_product() -> None:
    parsed = parse(sheet(PLAIN | {"Variant SKU": "A-1"}, OTHER | {"Variant SKU": "A-1"}))

    assert messages(parsed) == ['f.csv:3: Variant SKU: The SKU "A-1" already stands on line 2.']
    assert handles(parsed) == ["wax-shirt"]


@pytest.mark.parametrize("change", [b",surplus\r\n", b"\r\n"])
def test_a_row_of_another_width_refuses_its_product(change: bytes) -> None:
    lines = sheet(PLAIN, OTHER).splitlines(keepends=True)
    lines[1] = lines[1].removesuffix(b"\r\n" if change != b"\r\n" else b",\r\n") + change

    parsed = parse(b"".join(lines))

    has = len(HEADER) + (1 if b"surplus" in change else -1)
    assert messages(parsed) == [f"f.csv:2: row: The row has {has} cells but the header has 20."]
    assert (parsed.refused[0].handle, handles(parsed)) == ("wax-shirt", ["other"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "f.csv:1: header: The file is empty."),
        (b"\xef\xbb\xbf\r\n\r\n", "f.csv:1: header: The file is empty."),
        (
            b"Handle,Colour\r\na,b\r\n",
            (
                "f.csv:1: header: The header lacks the columns Title, Variant Price"
                " of the shopify format."
            ),
        ),
        (
            b"handle;title;price\r\na;b;1\r\n",
            (
                "f.csv:1: header: The header lacks the columns Handle, Title, Variant Price"
                " of the shopify format. The cells must be separated by commas."
            ),
        ),
        (
            b"\n\nhandle,price\na,1\n",
            "f.csv:3: header: The header lacks the column title of the fashionistar format.",
        ),
        (
            b"Handle,Title,Variant Price,TITLE\n",
            "f.csv:1: header: The header has more than one column Title.",
        ),
        (
            b"Handle,Title,Variant Price\n",
            "f.csv:1: row: The file has a header but no products.",
        ),
        (
            "Handle,Title".encode("utf-16"),
            "f.csv:1: header: The file is UTF-16; save it as CSV in UTF-8.",
        ),
        (
            b'"Handle,Title\nshirt,Shirt\n',
            "f.csv:1: header: A quotation mark is missing or misplaced, so the row cannot be read.",
        ),
    ],
)
def test_a_file_that_is_no_product_file_is_one_sentence(data: bytes, message: str) -> None:
    parsed = parse(data)

    assert messages(parsed) == [message]
    assert parsed.products == ()


def test_messages_stay_on_one_line_and_can_be_printed() -> None:
    parsed = parse(sheet(PLAIN | {"Variant Price": "1\n2\x1b[31m"}, OTHER))

    assert messages(parsed) == [f'f.csv:2: Variant Price: "1 2�[31m" is not an amount; {LIKE}']

"""Other shops' exports through the command into the catalogue and the shop's documents."""

import random
from pathlib import Path
from typing import Any

import pytest

from commerce.catalogue.models import Product
from commerce.partner.models import Price, StockRecord
from commerce.storefront.models import ProductDocument
from common.outbox.services import delivery
from tests.commerce.catalogue.importing import exports
from tests.commerce.catalogue.importing.running import run
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vendor() -> Any:
    return make_vendor(slug="ade")


def product(reference: str) -> Product:
    return Product.objects.get(import_reference=reference)


def test_an_older_export_with_everything_in_it(tmp_path: Path) -> None:
    out, errors = run(tmp_path, exports.older())
    assert out.splitlines()[-1].startswith("8 created, 0 updated, 0 unchanged, 0 refused")
    assert sorted(line.split(": ", 2)[2].split(":")[0] for line in errors.splitlines()) == [
        "Gift Card",
        "Variant Inventory Qty",
        "Variant Price",
    ]
    boubou = product("adire-boubou")
    assert boubou.title == "Adire Boubou “Indigo”"
    assert boubou.description == '<p>Line one,\nline "two"</p>\n'
    assert boubou.categories.get().full_name == "Apparel & Accessories > Clothing > Dresses"
    assert boubou.tags == ["adire", "indigo"]
    assert boubou.gtin == "4006381333931"
    said = {each.attribute.code: each.value_as_text for each in boubou.attribute_values.all()}
    assert said == {"brand": "Maison Ọ̀ṣun", "fabric": "Cotton, hand dyed", "gender": "female"}
    assert list(
        boubou.images.order_by("display_order").values_list("source_url", "caption")
    ) == [
        ("https://cdn.example/back.jpg", ""),
        ("https://cdn.example/front.jpg?v=1", "Front"),
        ("https://cdn.example/side.jpg", ""),
    ]  # fmt: skip
    assert list(
        Price.objects.filter(stockrecord__product=boubou).values_list("currency", "amount")
    ) == [("NGN", 18500)]


def test_what_is_on_sale_after_it_and_what_not(tmp_path: Path) -> None:
    run(tmp_path, exports.older())
    live = Product.objects.canonical().filter(is_public=True, status="approved")
    assert sorted(live.values_list("import_reference", flat=True)) == [
        "adire-boubou",
        "wrapper",
        "دشداشة",
    ]
    delivery.drain()
    shown = ProductDocument.objects.values_list("product__import_reference", flat=True)
    assert set(shown) == {"adire-boubou", "wrapper", "دشداشة"}


def test_a_hundred_variants_without_a_sku_keep_their_keys_a_second_time(tmp_path: Path) -> None:
    run(tmp_path, exports.older())
    wrapper = product("wrapper")
    records = StockRecord.objects.filter(product__parent=wrapper)
    before = dict(records.values_list("sku", "product"))
    assert len(before) == 100 and "ADE.WRAPPER.COLOUR_3.10" in before
    assert wrapper.images.count() == 10
    out, _ = run(tmp_path, exports.older().replace(b'"1001"', b'"1111"'))
    assert out.splitlines()[-1].startswith("0 created, 1 updated, 7 unchanged, 0 refused")
    assert dict(records.values_list("sku", "product")) == before
    assert Price.objects.filter(amount=1111).count() == 10


def test_the_columns_of_2025(tmp_path: Path) -> None:
    out, errors = run(tmp_path, exports.newer())
    assert (out.split(" in ")[0], errors) == ("2 created, 0 updated, 0 unchanged, 0 refused", "")
    agbada = product("linen-agbada")
    assert agbada.is_public and not product("draft").is_public
    assert agbada.meta_title == "Agbada of linen"
    rows = StockRecord.objects.filter(product__parent=agbada).order_by("sku")
    assert list(rows.values_list("sku", "num_in_stock", "allow_backorder", "prices__amount")) == [
        ("AGB-L", 0, True, 1300),
        ("AGB-M", 4, False, pytest.approx(1250.5)),
    ]
    assert rows[1].product.weight_g == 1250
    assert rows[1].prices.get().compare_at_amount == 1500
    assert list(agbada.images.order_by("display_order").values_list("source_url", flat=True)) == [
        "https://cdn.example/agbada.png",
        "https://cdn.example/agbada-l.png",
    ]


@pytest.mark.parametrize("cell", ["Title", "Body (HTML)", "Tags", "Variant SKU", "Vendor",
    "Product Category", "Option1 Value", "Image Alt Text", "SEO Title", "Type"])  # fmt: skip
@pytest.mark.parametrize(
    "text",
    ["\0", "\ud7ff\ufffe", "x" * 5000, "=HYPERLINK(\"http://x\")", "<b onclick=x>'\";--", " \t\n ", "👘" * 200],
    ids=["nul", "odd", "long", "formula", "markup", "blank", "emoji"],
)  # fmt: skip
def test_a_hostile_cell_refuses_its_product_at_most(tmp_path: Path, cell: str, text: str) -> None:
    bad = exports.head("bad", "Bad", "10", **{"Option1 Name": "Size", "Option1 Value": "M"})
    good = exports.head("good", "Good", "10")
    out, errors = run(tmp_path, exports.written(exports.OLDER, [bad | {cell: text}, good]))
    if "\0" in text and "1 created" not in out:
        assert errors
        return
    assert product("good").title == "Good"
    delivery.drain()


def test_an_export_that_was_cut_or_shaken_never_breaks_the_command(tmp_path: Path) -> None:
    data = exports.newer()
    dice = random.Random(7)
    for _ in range(40):
        broken = bytearray(data[: dice.randrange(len(data))])
        for _ in range(dice.randrange(6)):
            broken[dice.randrange(len(broken) or 1) : 1] = bytes([dice.randrange(256)])
        run(tmp_path, bytes(broken), "--dry-run")
    assert not Product.objects.exists()

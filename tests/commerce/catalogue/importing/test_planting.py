"""New products in few statements are, row by row, what one by one they would be."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commerce.catalogue.models import OptionValue, Product, ProductAttribute, ProductImage
from commerce.catalogue.services import dictionary, planting, snapshots
from commerce.partner.models import Price, StockRecord
from common.outbox.models import OutboxEvent
from tests.commerce.catalogue.importing import exports
from tests.commerce.catalogue.importing.heap import heap
from tests.commerce.catalogue.importing.running import run
from tests.commerce.catalogue.importing.sheets import PLAIN, sheet
from tests.factories import make_product, make_vendor

pytestmark = pytest.mark.django_db
NOT_COMPARED = {
    "id", "public_id", "parent", "product", "stockrecord", "date_created", "date_updated",
    "published_at", "upc", "event_id", "available_at", "created_at", "subject_id",
}  # fmt: skip


@pytest.fixture(autouse=True)
def vendor() -> Any:
    return make_vendor(slug="ade")


def everything() -> list[Any]:
    names = Product.objects.canonical().order_by("import_reference")
    tables = [
        [_bare(each) for each in model.objects.order_by("pk")]
        for model in (Product, StockRecord, Price, ProductImage, OptionValue)
    ]
    told = [(each.type, len(each.payload)) for each in OutboxEvent.objects.order_by("pk")]
    return [[_said(each.pk) for each in names], *tables, told]


def _said(pk: int) -> Any:
    said = snapshots.of(pk)
    said["variants"] = list(said["variants"].values())
    return said


def _bare(row: Any) -> dict[str, Any]:
    return {
        each.name: getattr(row, each.attname)
        for each in row._meta.concrete_fields
        if each.name not in NOT_COMPARED
    }


@pytest.mark.parametrize("data", [exports.older(), exports.newer(), heap(6)])
def test_it_writes_what_create_product_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    run(tmp_path, data)
    planted = everything()
    Product.objects.filter(structure="child").delete()
    Product.objects.all().delete()
    OutboxEvent.objects.all().delete()
    OptionValue.objects.all().delete()
    monkeypatch.setattr(planting, "is_ordinary", lambda facts: False)
    run(tmp_path, data)
    assert planted == everything()


def test_few_statements_a_product(tmp_path: Path) -> None:
    run(tmp_path, heap(20))
    with CaptureQueriesContext(connection) as some:
        run(tmp_path, heap(40))
    assert len(some) / 20 < 15


def test_a_taken_address_gets_a_number_and_a_taken_sku_its_sentence(tmp_path: Path) -> None:
    make_product(slug="wax-shirt")
    run(tmp_path, sheet(PLAIN))
    assert Product.objects.get(import_reference="wax-shirt").slug == "wax-shirt-2"
    one, two = ({"Handle": each, "Variant SKU": "SAME"} for each in ("one", "two"))
    run(tmp_path, sheet(PLAIN | one))
    out, errors = run(tmp_path, sheet(PLAIN | two))
    assert out.startswith("0 created, 0 updated, 0 unchanged, 1 refused")
    assert "has the SKU SAME" in errors


def test_a_rival_s_sku_is_kept_apart(tmp_path: Path) -> None:
    rival = make_product()
    sku = StockRecord.objects.get(product=rival).sku
    run(tmp_path, sheet(PLAIN | {"Variant SKU": sku}))
    made = StockRecord.objects.get(partner__slug="ade")
    assert (made.sku, made.partner_sku) == (f"ade.{sku}", sku)


def test_an_attribute_of_numbers_takes_no_words(tmp_path: Path) -> None:
    family = dictionary.product_class("")
    ProductAttribute.objects.create(product_class=family, code="mpn", name="MPN", type="integer")
    out, errors = run(tmp_path, sheet(PLAIN | {"Google Shopping / MPN": "A1"}))
    assert "1 refused" in out and "MPN is neither a text nor a choice." in errors
    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ({"Body (HTML)": f"<p>{'x' * 50_000}</p>"}, "A description, with its formatting, has at"),
        ({"Google Shopping / MPN": "x" * 256}, "The attribute “mpn” has at most 255 characters"),
    ],
)
@pytest.mark.parametrize("is_ordinary", [True, False])
def test_a_text_that_is_too_long_keeps_its_product_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: Any, said: str, is_ordinary: bool
) -> None:
    if not is_ordinary:
        monkeypatch.setattr(planting, "is_ordinary", lambda facts: False)
    out, errors = run(tmp_path, sheet(PLAIN | cell, PLAIN | {"Handle": "other"}))
    assert out.startswith("1 created, 0 updated, 0 unchanged, 1 refused")
    assert said in errors

"""A known handle: changed where the file says something else, else not touched at all."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commerce.catalogue.models import Product, ProductImage
from commerce.partner.models import Price, StockRecord
from common.media.models import Picture
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.commerce.catalogue.importing.running import run
from tests.commerce.catalogue.importing.sheets import PLAIN, SIZED, sheet, size
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vendor() -> Any:
    return make_vendor(slug="ade")


def product() -> Product:
    return Product.objects.canonical().get(vendor__slug="ade")


def test_the_same_file_writes_and_tells_nothing(tmp_path: Path) -> None:
    one = PLAIN | {"Tags": "wax", "Image Src": "https://i.example/1.jpg"}
    other = PLAIN | {"Handle": "other"}
    run(tmp_path, sheet(one, other))
    told, audited = OutboxEvent.objects.count(), AuditEntry.objects.count()
    with CaptureQueriesContext(connection) as asked:
        out, _ = run(tmp_path, sheet(other, one))
    assert out.startswith("0 created, 0 updated, 2 unchanged, 0 refused")
    assert not [each for each in asked if not each["sql"].startswith("SELECT")]
    assert (OutboxEvent.objects.count(), AuditEntry.objects.count()) == (told, audited)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ({"Title": "Other"}, lambda p: p.title == "Other"),
        ({"Body (HTML)": "<p>b</p>"}, lambda p: p.description == "<p>b</p>"),
        ({"Tags": "b, c"}, lambda p: p.tags == ["b", "c"]),
        ({"SEO Title": "s"}, lambda p: p.meta_title == "s"),
        ({"SEO Description": "d"}, lambda p: p.meta_description == "d"),
        ({"Published": "false"}, lambda p: not p.is_public),
        ({"Variant Price": "55"}, lambda p: Price.objects.get().amount == 55),
        (
            {"Variant Compare At Price": "80"},
            lambda p: Price.objects.get().compare_at_amount == Decimal(80),
        ),
        ({"Variant Inventory Qty": "9"}, lambda p: StockRecord.objects.get().num_in_stock == 9),
        (
            {"Image Src": "https://i.example/2.jpg"},
            lambda p: p.images.get().source_url == "https://i.example/2.jpg",
        ),
        (
            {"Product Category": "Women > Tops"},
            lambda p: p.categories.get().full_name == "Women > Tops",
        ),
        ({"Vendor": "Label"}, lambda p: p.attribute_values.get().value_as_text == "Label"),
    ],
)
def test_what_differs_is_changed_and_told_once(
    tmp_path: Path, cells: dict[str, str], read: Any
) -> None:
    run(tmp_path, sheet(PLAIN))
    before = product()
    OutboxEvent.objects.all().delete()
    out, _ = run(tmp_path, sheet(PLAIN | cells))
    assert out.startswith("0 created, 1 updated, 0 unchanged, 0 refused")
    assert read(product())
    assert (product().pk, product().slug) == (before.pk, before.slug)
    assert OutboxEvent.objects.filter(type="product.changed").count() == 1
    out, _ = run(tmp_path, sheet(PLAIN | cells))
    assert out.startswith("0 created, 0 updated, 1 unchanged")


def test_a_new_size_joins_and_the_others_keep_their_key(tmp_path: Path) -> None:
    first = sheet(SIZED | {"Option1 Value": "S"}, size("M"))
    run(tmp_path, first)
    keys = dict(product().children.values_list("variant_options__size", "pk"))
    out, errors = run(tmp_path, sheet(SIZED | {"Option1 Value": "S"}, size("M"), size("L")))
    assert (out[:22], errors) == ("0 created, 1 updated, ", "")
    now = dict(product().children.values_list("variant_options__size", "pk"))
    assert sorted(now) == ["L", "M", "S"]
    assert {"S": now["S"], "M": now["M"]} == keys


def test_what_was_sold_or_edited_here_outlives_the_same_file(tmp_path: Path) -> None:
    run(tmp_path, sheet(PLAIN))
    StockRecord.objects.update(num_in_stock=1)
    Product.objects.update(title="Edited here")
    out, _ = run(tmp_path, sheet(PLAIN))
    assert out.startswith("0 created, 0 updated, 1 unchanged")
    assert (product().title, StockRecord.objects.get().num_in_stock) == ("Edited here", 1)


def test_a_count_below_what_is_promised_is_refused_whole(tmp_path: Path) -> None:
    run(tmp_path, sheet(PLAIN))
    StockRecord.objects.update(num_reserved=2)
    out, errors = run(tmp_path, sheet(PLAIN | {"Title": "Other", "Variant Inventory Qty": "1"}))
    assert out.startswith("0 created, 0 updated, 0 unchanged, 1 refused")
    assert errors.startswith("f.csv:2: row: ")
    assert product().title == "Wax Shirt"


def test_fetched_pictures_and_those_added_by_hand_stay(tmp_path: Path) -> None:
    old = PLAIN | {"Image Src": "https://i.example/1.jpg"}
    run(tmp_path, sheet(old))
    fetched, own = (Picture.objects.create(title=t, width=1, height=1, file=t) for t in "ab")
    ProductImage.objects.update(image=fetched)
    ProductImage.objects.create(product=product(), image=own, caption="mine", display_order=5)
    more = {"Handle": PLAIN["Handle"], "Image Src": "https://i.example/2.jpg"}
    OutboxEvent.objects.all().delete()
    run(tmp_path, sheet(old, more))
    rows = product().images.order_by("display_order").values_list("image", "source_url", "caption")
    assert list(rows) == [
        (fetched.pk, "https://i.example/1.jpg", ""),
        (None, "https://i.example/2.jpg", ""),
        (own.pk, "", "mine"),
    ]
    assert OutboxEvent.objects.filter(type="product_images.waiting").count() == 1


def test_the_price_of_zero_goes_in_without_a_price_and_off_sale(tmp_path: Path) -> None:
    out, errors = run(tmp_path, sheet(PLAIN | {"Variant Price": "0.00"}))
    assert out.startswith("1 created")
    assert errors == ("warning: f.csv:2: Variant Price: The price is zero, so nobody can buy it.\n")
    assert not Price.objects.exists() and not product().is_public
    run(tmp_path, sheet(PLAIN))
    assert Price.objects.get().amount == 50 and product().is_public
    run(tmp_path, sheet(PLAIN | {"Variant Price": "0"}))
    assert not Price.objects.exists() and not product().is_public


def test_one_size_without_a_price_leaves_the_product_on_sale(tmp_path: Path) -> None:
    run(tmp_path, sheet(SIZED | {"Option1 Value": "S"}, size("M", **{"Variant Price": "0"})))
    assert product().is_public
    assert Price.objects.get().stockrecord.product.variant_options == {"size": "S"}

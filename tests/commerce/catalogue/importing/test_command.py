"""The import command over the real file, and over one with three broken rows."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from commerce.catalogue.models import Product, ProductImage
from commerce.partner.models import Price, StockRecord
from common.outbox.models import OutboxEvent
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[3] / "data" / "shopify-apparel.csv"


def run(file: Path, *more: str) -> tuple[str, str]:
    out, errors = StringIO(), StringIO()
    call_command("import_products", str(file), "--vendor", "ade", *more, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def test_the_real_export_gives_twenty_products_and_twice_changes_nothing() -> None:
    make_vendor(slug="ade")
    out, _ = run(FILE)
    assert out.startswith("20 created")
    products = Product.objects.canonical().filter(vendor__slug="ade")
    assert products.count() == 20
    live = products.filter(status="approved", is_public=True).count()
    assert live > 0
    before = (Product.objects.count(), StockRecord.objects.count(), ProductImage.objects.count())
    told = OutboxEvent.objects.count()
    again, _ = run(FILE)
    assert again.startswith("0 created, 0 updated, 20 unchanged, 0 refused")
    after = (Product.objects.count(), StockRecord.objects.count(), ProductImage.objects.count())
    assert (after, OutboxEvent.objects.count()) == (before, told)


def test_a_file_that_says_something_else_changes_just_that(tmp_path: Path) -> None:
    make_vendor(slug="ade")
    run(FILE)
    OutboxEvent.objects.all().delete()
    other = tmp_path / "other.csv"
    text = FILE.read_text()
    lines = text.split("\n")
    header = lines[0].split(",")
    price, handle = header.index("Variant Price"), header.index("Handle")
    number = next(n for n, line in enumerate(lines[1:], 1) if line.count(",") == len(header) - 1)
    cells = lines[number].split(",")
    cells[price] = "98765.00"
    lines[number] = ",".join(cells)
    other.write_text("\n".join(lines))
    out, _ = run(other)
    assert out.startswith("0 created, 1 updated, 19 unchanged, 0 refused")
    assert Price.objects.filter(amount="98765.00").count() == 1
    changed = Product.objects.get(import_reference=cells[handle])
    told = OutboxEvent.objects.values_list("payload", flat=True)
    assert list(told) == [{"product_ids": [changed.pk]}]


def test_three_broken_rows_are_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    make_vendor(slug="ade")
    broken = tmp_path / "broken.csv"
    lines = FILE.read_text().split("\n")
    header = lines[0].split(",")
    price = header.index("Variant Price")
    rows = [number for number, line in enumerate(lines) if line.count(",") == len(header) - 1]
    first_of = {lines[number].split(",")[0]: number for number in reversed(rows[1:])}
    hit = sorted(first_of.values())[:3]
    for number in hit:
        cells = lines[number].split(",")
        cells[price] = "free"
        lines[number] = ",".join(cells)
    broken.write_text("\n".join(lines))
    errors = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("import_products", str(broken), vendor="ade", stdout=StringIO(), stderr=errors)
    assert stopped.value.code == 1
    for number in hit:
        assert f"{broken}:{number + 1}: Variant Price: " in errors.getvalue()
    assert Product.objects.canonical().count() == 17


def test_a_trial_keeps_nothing() -> None:
    make_vendor(slug="ade")
    out, _ = run(FILE, "--dry-run")
    assert out.startswith("20 created")
    assert Product.objects.count() == 0


def test_an_unknown_vendor_or_file_is_one_sentence() -> None:
    with pytest.raises(CommandError, match="no vendor with the slug"):
        run(FILE)
    make_vendor(slug="ade")
    with pytest.raises(CommandError, match="cannot be read"):
        run(Path("nowhere.csv"))

"""A product changes by what is given and nothing else."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from commerce.catalogue.exceptions import (
    FactRefused,
    NotYourProduct,
    PriceRefused,
    ProductArchived,
    SkuTaken,
    SlugTaken,
    StockBelowSold,
    UnknownCurrency,
    VariantsRefused,
)
from commerce.catalogue.models import Product
from commerce.catalogue.services import products, publishing, snapshots
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.partner.models import StockRecord
from common.exceptions import NotFound, StaleMatch
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.cms.desk.pictures import make_picture
from tests.commerce.catalogue.sold import sell
from tests.factories import make_category, make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
NAIRA = {"NGN": PriceFacts(Decimal("10000.00"))}


def change(product: Product, *, by: Any = None, **facts: Any) -> Product:
    said: ProductFacts = facts  # type: ignore[assignment]
    return products.change_product(product_id=product.pk, facts=said, by=by, at=timezone.now())


def told() -> list[str]:
    return list(OutboxEvent.objects.order_by("pk").values_list("type", flat=True))


def shirt(**fields: Any) -> Product:
    return make_product(options={"size": ["S", "M"]}, **fields)


def size(value: str, **facts: Any) -> VariantFacts:
    return VariantFacts(options={"size": value}, **facts)


def variants_of(product: Product) -> dict[str, tuple[bool, int]]:
    rows = StockRecord.objects.filter(product__parent=product).select_related("product")
    return {
        row.product.variant_options["size"]: (row.product.is_public, row.num_in_stock)
        for row in rows
    }


def test_only_what_is_given_changes_and_is_told_once() -> None:
    product = shirt(description="<p>Old</p>")
    change(product, title=" New   name ", attributes={"material": "Silk", "fit": "Loose"})
    product.refresh_from_db()
    assert (product.title, product.description) == ("New name", "<p>Old</p>")
    said = snapshots.of(product.pk)
    assert said["attributes"] == {"fit": "Loose", "material": "Silk"}
    assert variants_of(product) == {"S": (True, 10), "M": (True, 10)}
    assert told() == ["product.changed"]
    entry = AuditEntry.objects.get()
    assert entry.after["title"] == "New name"
    assert (entry.action, entry.vendor_slug) == ("product.changed", product.vendor.slug)
    change(product, attributes={"fit": None})
    assert snapshots.of(product.pk)["attributes"] == {"material": "Silk"}


def test_nothing_is_told_when_nothing_changed() -> None:
    product = shirt(title="Shirt")
    before = snapshots.of(product.pk)
    change(product, title="Shirt", variants=[size("S", prices=NAIRA), size("M", stock=10)])
    assert snapshots.of(product.pk) == before
    assert told() == []
    assert not AuditEntry.objects.exists()


def test_the_matrix_grows_shrinks_and_is_priced_anew() -> None:
    product = shirt()
    dear = {"NGN": PriceFacts(Decimal("9000"), Decimal("12000")), "USD": PriceFacts(Decimal("9"))}
    change(product, variants=[size("M", stock=4, prices=dear), size("L", stock=3, prices=NAIRA)])
    assert variants_of(product) == {"M": (True, 4), "L": (True, 3)}
    prices = StockRecord.objects.get(product__variant_options={"size": "M"}).prices
    rows = prices.values_list("currency", "amount", "compare_at_amount")
    assert set(rows) == {
        ("NGN", Decimal("9000.00"), Decimal("12000.00")), ("USD", Decimal("9.00"), None),
    }  # fmt: skip
    assert told().count("product.changed") == 1
    change(product, variants=[size("M", prices={"USD": None}), size("L")])
    assert list(prices.values_list("currency", flat=True)) == ["NGN"]


def test_a_variant_that_was_sold_is_hidden_and_comes_back() -> None:
    product = shirt()
    small = product.children.get(variant_options={"size": "S"})
    line = sell(small)
    change(product, variants=[size("M")])
    assert variants_of(product) == {"S": (False, 10), "M": (True, 10)}
    line.refresh_from_db()
    assert line.product_id == small.pk
    change(product, variants=[size("S"), size("M")])
    assert variants_of(product)["S"] == (True, 10)


def test_two_variants_change_skus_and_one_its_size() -> None:
    product = shirt()
    skus = {each.product.variant_options["size"]: each.sku for each in StockRecord.objects.all()}
    change(product, variants=[size("S", sku=skus["M"]), size("M", sku=skus["S"])])
    found = {each.product.variant_options["size"]: each.sku for each in StockRecord.objects.all()}
    assert found == {"S": skus["M"], "M": skus["S"]}
    before = set(product.children.values_list("pk", flat=True))
    change(product, variants=[size("XS", sku=skus["M"]), size("M")])
    assert set(product.children.values_list("pk", flat=True)) == before
    assert variants_of(product) == {"XS": (True, 10), "M": (True, 10)}


def test_options_come_to_what_nobody_bought_and_stay_off_what_was_sold() -> None:
    plain = make_product()
    change(plain, options={"size": "Size"}, variants=[size("S", prices=NAIRA)])
    plain.refresh_from_db()
    assert plain.structure == "parent"
    assert variants_of(plain) == {"S": (True, 0)}
    change(plain, options={}, variants=[VariantFacts(stock=2)])
    plain.refresh_from_db()
    assert (plain.structure, plain.children.count()) == ("standalone", 0)
    sell(plain)
    with pytest.raises(VariantsRefused):
        change(plain, options={"size": "Size"}, variants=[size("S")])


def test_pictures_and_categories_are_whole_lists_in_order() -> None:
    product = make_product()
    first, second = make_category(), make_category()
    urls = [ImageFacts(source_url=f"https://a.example/{n}.jpg", alt=str(n)) for n in range(3)]
    change(product, images=urls, categories=[second, first])
    kept = dict(product.images.values_list("source_url", "pk"))
    change(product, images=[urls[2], urls[0]])
    rows = list(product.images.order_by("display_order").values_list("source_url", "pk"))
    assert rows == [(urls[2].source_url, kept[urls[2].source_url]),
                    (urls[0].source_url, kept[urls[0].source_url])]  # fmt: skip
    assert snapshots.of(product.pk)["categories"] == [second.slug, first.slug]


def test_a_fetched_picture_stays_whichever_way_it_is_named() -> None:
    product, url = make_product(), "https://a.example/1.jpg"
    change(product, images=[ImageFacts(source_url=url)])
    picture = make_picture()
    product.images.update(image=picture)
    row = product.images.get()
    for facts in (ImageFacts(source_url=url), ImageFacts(picture), ImageFacts(picture, url)):
        change(product, images=[facts])
        assert product.images.get().pk == row.pk
    assert told().count("product_images.waiting") == 1
    publishing.duplicate(product_id=product.pk, by=None, at=timezone.now())
    assert told().count("product_images.waiting") == 1


def test_another_class_keeps_what_was_said() -> None:
    product = make_product()
    change(product, attributes={"material": "Silk", "story": "Long"})
    change(product, product_class="Shoes")
    product.refresh_from_db()
    assert product.product_class.name == "Shoes"
    assert snapshots.of(product.pk)["attributes"] == {"material": "Silk", "story": "Long"}


@pytest.mark.parametrize(
    ("facts", "refusal", "pointer"),
    [
        ({"title": "  "}, FactRefused, "/title"),
        ({"slug": "Not a slug"}, FactRefused, "/slug"),
        ({"slug": "a" * 201}, FactRefused, "/slug"),
        ({"slug": "taken"}, SlugTaken, "/slug"),
        ({"description": "x" * 50_001}, FactRefused, "/description"),
        ({"seo_description": "x" * 1001}, FactRefused, "/seo_description"),
        ({"attributes": {"mpn": "x" * 256}}, FactRefused, "/attributes/mpn"),
        ({"lead_time_days": -1}, FactRefused, "/lead_time_days"),
        ({"variants": []}, VariantsRefused, "/variants"),
        ({"variants": [size("S"), size("S")]}, VariantsRefused, "/variants/1/options"),
        ({"variants": [size(" ")]}, VariantsRefused, "/variants/0/options"),
        ({"options": {"color": "Color"}}, FactRefused, "/options"),
        ({"variants": [size("S", sku="THEIRS")]}, SkuTaken, "/variants/0/sku"),
        ({"variants": [size("S", stock=1), size("M")]}, StockBelowSold, "/variants/0/stock"),
        ({"variants": [size("S", stock=-1)]}, FactRefused, "/variants/0/stock"),
        (
            {"variants": [size("S", prices={"EUR": PriceFacts(Decimal(1))})]},
            UnknownCurrency, "/variants/0/prices/EUR",
        ),
        (
            {"variants": [size("S", prices={"NGN": PriceFacts(Decimal(0))})]},
            PriceRefused, "/variants/0/prices/NGN/amount",
        ),
        (
            {"variants": [size("S", prices={"NGN": PriceFacts(Decimal(9), Decimal(9))})]},
            PriceRefused, "/variants/0/prices/NGN/compare_at",
        ),
        (
            {"variants": [size("S", prices={"NGN": PriceFacts(Decimal("1e15"))})]},
            PriceRefused, "/variants/0/prices/NGN/amount",
        ),
    ],
)  # fmt: skip
def test_what_is_refused_moves_nothing(facts: Any, refusal: Any, pointer: str) -> None:
    product = shirt()
    other = make_product(vendor=product.vendor, slug="taken")
    other.stockrecords.update(partner_sku="THEIRS", sku="THEIRS")
    sell(product.children.get(variant_options={"size": "S"}))
    before = snapshots.of(product.pk)
    with pytest.raises(refusal) as caught:
        change(product, **{"title": "Another", **facts})
    assert caught.value.pointer == pointer
    assert snapshots.of(product.pk) == before
    assert told() == []


def test_who_may_change_it() -> None:
    owner, rival = make_user(), make_user()
    product = make_product(vendor=make_vendor(owner=owner))
    make_vendor(owner=rival)
    editor, keeper = make_user(is_staff=True), make_user(is_staff=True)
    editor.groups.add(Group.objects.get(name="Editors"))
    keeper.groups.add(Group.objects.get(name="Merchandisers"))
    for stranger in (rival, editor):
        with pytest.raises(NotYourProduct):
            change(product, by=stranger, title="Mine")
    for place, person in enumerate((owner, keeper)):
        assert change(product, by=person, title=f"Title {place}").title == f"Title {place}"
    assert AuditEntry.objects.filter(actor=owner).count() == 1


def test_archived_gone_and_stale_products_are_refused() -> None:
    product = shirt()
    seen = product.date_updated
    change(product, title="Another")
    with pytest.raises(StaleMatch):
        products.change_product(
            product_id=product.pk, facts={"title": "Mine"}, by=None, at=timezone.now(),
            as_seen=seen,
        )  # fmt: skip
    Product.objects.filter(pk=product.pk).update(status="archived")
    with pytest.raises(ProductArchived):
        change(product, title="Mine")
    with pytest.raises(NotFound):
        change(product.children.first(), title="Mine")

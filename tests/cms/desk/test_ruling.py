"""Staff fill a collection by a rule, see the products meanwhile, and read what is wrong where."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from commerce.catalogue.models import (
    Collection,
    Product,
    ProductAttribute,  # type: ignore[attr-defined]
)
from commerce.catalogue.services import rules
from commerce.storefront.services import documents
from common.models import AuditEntry
from tests.cms.desk.forms import filled, send
from tests.factories import make_category, make_product, make_vendor

pytestmark = pytest.mark.django_db
SETS = "/admin/desk_collections/"
PREVIEW = f"{SETS}preview/"


@pytest.fixture
def keeper(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("Merchandisers")


def row(place: int, field: str, operator: str, **value: Any) -> dict[str, Any]:
    said = {"field": field, "operator": operator, **value}
    return {f"rule-{place}-{name}": each for name, each in said.items()}


def ruled(*conditions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    joined = {name: each for said in conditions for name, each in said.items()}
    return {"kind": "rule", "rule-TOTAL_FORMS": len(conditions), **joined, **fields}


def picked(prefix: str, *products: Any) -> dict[str, Any]:
    said = {f"{prefix}-{n}-product": each.pk for n, each in enumerate(products)}
    places = {f"{prefix}-{n}-ORDER": n + 1 for n in range(len(products))}
    return {f"{prefix}-TOTAL_FORMS": len(products), **said, **places}


CHEAP = row(0, "price", "at_most", amount="10000", currency="NGN")


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_a_rule_is_made_of_rows_and_comes_back_as_they_were(keeper: Client) -> None:
    category, vendor = make_category(), make_vendor()
    one, guest = make_product(categories=(category,), vendor=vendor), make_product()
    away = make_product(categories=(category,), vendor=vendor)
    make_product(options={"size": ["S", "M"]}, tags=["old"], status="draft")
    fit = ProductAttribute.objects.create(
        product_class=one.product_class, code="fit", name="Fit", type="text"
    )
    fit.save_value(make_product(status="draft"), "slim")
    rows = [
        CHEAP, row(1, "category", "in", categories=[category.pk]),
        row(2, "vendor", "in", vendors=[vendor.pk]),
        row(3, "option", "not_in", option="size", values="S, M"),
        row(4, "attribute", "not_in", attribute="fit", values="slim"),
        row(5, "stock", "is", availability="in_stock"),
        row(6, "newness", "at_most", number="30"), row(7, "tag", "not_in", values="old"),
        row(8, "on_sale", "is", truth="no"), row(9, "stock", "at_least", number="1"), {},
    ]  # fmt: skip
    picks = {**picked("pinned", guest), **picked("excluded", away)}
    answer = send(keeper, f"{SETS}new/", title="Cheap", sort="title", **ruled(*rows, **picks))
    assert answer.status_code == 302, words(answer)
    made = Collection.objects.get()
    assert [each["field"] for each in made.rule["conditions"]] == [
        "price", "category", "vendor", "option", "attribute", "stock", "newness", "tag",
        "on_sale", "stock",
    ]  # fmt: skip
    shown = made.members.filter(is_excluded=False).values_list("product_id", flat=True)
    assert (list(shown), made.sort) == ([guest.pk, one.pk], "title")
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["collection.created", "collection.rule_set", "collection.picks_set"]
    before = made.rule
    path = f"{SETS}edit/{made.pk}/"
    assert "members-TOTAL_FORMS" not in filled(keeper, path)
    assert send(keeper, path).status_code == 302
    made.refresh_from_db()
    assert (made.rule, AuditEntry.objects.count()) == (before, 3)
    gone = {"rule-0-DELETE": "on", "pinned-0-DELETE": "on", "excluded-0-DELETE": "on"}
    assert send(keeper, path, **gone).status_code == 302
    made.refresh_from_db()
    assert len(made.rule["conditions"]) == 9
    assert sorted(made.members.values_list("product_id", flat=True)) == [one.pk, away.pk]


def test_what_is_wrong_is_said_in_its_row_and_nothing_is_saved(keeper: Client) -> None:
    product = make_product()
    for conditions, said in (
        ([], "Add a condition"),
        ([CHEAP, row(1, "price", "at_most", amount="x", currency="NGN")], "like 50000.00"),
        ([row(0, "price", "in", amount="5", currency="NGN")], "comparison that fits"),
        ([row(0, "newness", "at_most", number="soon")], "a number from 1"),
        ([row(0, "category", "in")], "Choose 1 to"),
        ([row(0, "category", "in", categories=["x"])], "not a valid value"),
        ([row(0, "tag", "in", values=" , ")], "Choose 1 to"),
        ([row(0, "option", "in", values="M")], "Choose which"),
        ([row(n, "tag", "in", values="a") for n in range(30)], "1 to 20"),
    ):
        answer = send(keeper, f"{SETS}new/", title="No", **ruled(*conditions))
        assert (answer.status_code, said in words(answer)) == (200, True), (conditions, said)
    both = {**picked("pinned", product), **picked("excluded", product)}
    answer = send(keeper, f"{SETS}new/", title="No", **ruled(CHEAP, **both))
    assert "It is pinned too" in words(answer)
    wrong = row(1, "price", "at_most", amount="x", currency="NGN")
    page = words(send(keeper, f"{SETS}new/", title="No", **ruled(CHEAP, wrong)))
    first, second = page.index('name="rule-0-field"'), page.index('name="rule-1-field"')
    assert second < page.index("like 50000.00")
    assert first < second
    assert not Collection.objects.exists()


def told(page: str, name: str) -> str:
    """Return what is told at a field."""
    found = re.search(rf'id="id_{name}_error"[^>]*>(.*?)</div>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


def test_what_is_wrong_is_told_at_its_field_all_of_it_at_once(keeper: Client) -> None:
    make_product(options={"size": ["S"]}, tags=["linen"])
    fit = ProductAttribute.objects.create(
        product_class=make_product().product_class, code="fit", name="Fit", type="text"
    )
    fit.save_value(make_product(), "slim")
    rows = [
        row(0, "price", "at_most", amount="cheap", currency="NGN"),
        row(1, "price", "at_most", amount="5", currency="ABC"),
        row(2, "newness", "at_most", number="soon"), row(3, "stock", "at_least", number="-1"),
        row(4, "option", "in", option="size", values="S, XXS"),
        row(5, "attribute", "not_in", attribute="fit", values="slm"),
        row(6, "tag", "in", values="linnen, linen"), row(7, "category", "in"),
        row(8, "attribute", "in", values="slim"), row(9, "price", "is", amount="5"),
    ]  # fmt: skip
    answer = send(keeper, f"{SETS}new/", title="No", **ruled(*rows))
    page = words(answer)
    assert answer.status_code == 200
    said = {
        "0-amount": "Write the amount like 50000.00.", "1-currency": "ABC is not one of",
        "2-number": "Write a number from 1", "3-number": "Write a number from 0",
        "4-values": "No product has “XXS”. There are: S.",
        "5-values": "No product has “slm”. There are: slim.",
        "6-values": "No product has “linnen”. There are: linen.",
        "7-categories": "Choose 1 to 100 values.", "8-attribute": "Choose which.",
        "9-operator": "Choose a comparison that fits",
    }  # fmt: skip
    for name, problem in said.items():
        assert problem in told(page, f"rule-{name}"), (name, told(page, f"rule-{name}"))
    assert re.search(r'name="rule-0-amount"[^>]*aria-invalid="true"', page)
    assert not Collection.objects.exists()
    panel = words(keeper.post(PREVIEW, {**filled(keeper, f"{SETS}new/"), **ruled(*rows)}))
    for name in ("0-amount", "2-number", "4-values", "5-values", "6-values"):
        assert f'data-desk-about="rule-{name}" data-desk-said="{said[name]}' in panel, name


def test_a_value_that_went_from_the_shop_does_not_keep_its_rule_from_being_saved(
    keeper: Client,
) -> None:
    Product.objects.filter(pk=make_product().pk).update(tags=["old"])
    rule = ruled(row(0, "tag", "not_in", values="old"))
    assert send(keeper, f"{SETS}new/", title="Fresh", **rule).status_code == 302
    path = f"{SETS}edit/{Collection.objects.get().pk}/"
    Product.objects.update(tags=[])
    assert send(keeper, path, title="Fresh things").status_code == 302
    answer = send(keeper, path, **{"rule-0-values": "old, older"})
    assert told(words(answer), "rule-0-values").startswith("No product has “older”.")


def test_the_products_show_while_the_form_is_not_saved(keeper: Client) -> None:
    cheap, dear = make_product(title="Cheap"), make_product(title="Dear", price="90000.00")
    make_product(title="Draft", status="draft")
    documents.rebuild()

    def panel(**changes: Any) -> str:
        data = {**filled(keeper, f"{SETS}new/"), "title": "New", **changes}
        answer = keeper.post(PREVIEW, data)
        assert answer.status_code == 200
        return words(answer)

    found = panel(**ruled(CHEAP))
    assert "1 product<" in found
    assert all(each in found for each in ("Cheap", cheap.vendor.name, "₦10,000", "n stock"))
    found = panel(**ruled(CHEAP, **picked("pinned", dear)))
    assert found.index("Dear") < found.index("Cheap")
    assert "No product on sale fits" in panel(**ruled(CHEAP, **picked("excluded", cheap)))
    for amount in ("-5", "abc"):
        found = panel(**ruled(row(0, "price", "at_most", amount=amount, currency="NGN")))
        assert "Condition 1: " in found and "like 50000.00" in found
    assert "Condition 1: " not in panel(**ruled(row(0, "price", "at_most", amount="")))
    assert "Finish the conditions" in panel(**ruled({}))
    found = panel(**picked("members", dear, cheap))
    assert found.index("Dear") < found.index("Cheap")
    assert "Add the first one" in panel()
    data = {**filled(keeper, f"{SETS}new/"), **ruled(CHEAP), "show": "1"}
    page = words(keeper.post(f"{SETS}new/", data))
    assert "1 product<" in page
    assert not Collection.objects.exists()
    twice = "It is pinned too: take it off one of the lists."
    both = ruled(CHEAP, **picked("pinned", cheap), **picked("excluded", dear, cheap))
    found = panel(**both)
    assert f"Cheap: {twice}" in found and f"Dear: {twice}" not in found
    assert twice not in panel(**ruled(CHEAP, **picked("pinned", cheap), **picked("excluded", dear)))
    assert twice not in panel(**{**both, "kind": "manual"})
    data = {**filled(keeper, f"{SETS}new/"), **both, "title": "New"}
    page = words(keeper.post(f"{SETS}new/", data))
    assert page.count(twice) == 2 and not Collection.objects.exists()
    assert keeper.post(PREVIEW, {"kind": "rule"}).status_code == 200
    assert keeper.get(PREVIEW).status_code == 405


def test_a_collection_is_taken_from_its_rule_into_hands_and_back(keeper: Client) -> None:
    one = make_product()
    made = Collection.objects.create(title="Cheap", slug="cheap")
    path = f"{SETS}edit/{made.pk}/"
    assert send(keeper, path, **ruled(CHEAP)).status_code == 302
    assert [each.product_id for each in made.members.all()] == [one.pk]
    data = {**filled(keeper, path), "kind": "manual"}
    documents.rebuild()
    assert one.title in words(keeper.post(PREVIEW, data))
    assert send(keeper, path, kind="manual").status_code == 302
    made.refresh_from_db()
    assert (made.kind, [each.product_id for each in made.members.all()]) == ("manual", [one.pk])
    assert filled(keeper, path)["members-TOTAL_FORMS"] == "1"


def test_only_who_curates_sees_and_changes_rules(signed_in: Callable[[str], Client]) -> None:
    make_product()
    made = Collection.objects.create(title="Cheap", slug="cheap")
    path = f"{SETS}edit/{made.pk}/"
    operations, editor = signed_in("Operations"), signed_in("Editors")
    data = {**filled(editor, path), **ruled(CHEAP)}
    for url in (path, PREVIEW, f"{SETS}new/"):
        assert operations.post(url, data).status_code == 302
    assert not made.members.exists()
    assert editor.post(path, data).status_code == 302
    assert made.members.count() == 1
    assert AuditEntry.objects.get(action="collection.rule_set").actor is not None


def test_a_rule_that_names_what_is_gone_opens_and_says_so(keeper: Client) -> None:
    category = make_category()
    made = Collection.objects.create(title="Cheap", slug="cheap")
    said = {"field": "category", "operator": "in", "value": [category.pk]}
    rules.set_rule(
        collection_id=made.pk, rule={"match": "all", "conditions": [said]}, by=None,
        at=timezone.now(),
    )  # fmt: skip
    category.delete()
    assert "Choose 1 to" in words(send(keeper, f"{SETS}edit/{made.pk}/"))

"""Products of a collection are put in order by people, who see what they order."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commerce.catalogue.models import Collection, Product
from tests.cms.desk.forms import filled
from tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("Merchandisers")


def collection(*products: Product) -> tuple[Collection, str]:
    row = Collection.objects.create(title="Rains", slug="rains")
    for place, each in enumerate(products):
        row.members.create(product=each, position=place)
    return row, f"/admin/desk_collections/edit/{row.pk}/"


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def members(row: Collection) -> list[int]:
    return list(row.members.values_list("product_id", flat=True))


def test_a_row_shows_what_it_holds_and_numbers_order_it_without_a_script(keeper: Client) -> None:
    one, two = make_product(title="Alaba"), make_product(title="Bisi", status="draft")
    row, path = collection(one, two)
    page = words(keeper.get(path))
    assert f"{one.vendor.name} · ₦10,000 · In stock" in page
    assert f"{two.vendor.name} · ₦10,000 · Draft" in page
    said = filled(keeper, path)
    assert keeper.post(path, {**said, "members-0-ORDER": "9"}).status_code == 302
    assert members(row) == [two.pk, one.pk]


def test_a_form_of_many_products_costs_what_one_of_few_does(keeper: Client) -> None:
    def cost(count: int) -> tuple[int, int, int]:
        products = [make_product(options={"size": ["S", "M"]}) for _ in range(count)]
        Collection.objects.all().delete()
        _, path = collection(*products)
        said = {**filled(keeper, path), "title": ""}
        counts = []
        for ask in (
            lambda: keeper.get(path), lambda: keeper.post(path, said),
            lambda: keeper.post("/admin/desk_collections/preview/", said),
        ):  # fmt: skip
            with CaptureQueriesContext(connection) as found:
                assert ask().status_code == 200
            counts.append(len(found))
        return counts[0], counts[1], counts[2]

    assert cost(2) == cost(9)


def test_an_order_that_was_not_saved_is_shown_again(keeper: Client) -> None:
    one, two = make_product(title="Alaba"), make_product(title="Bisi")
    row, path = collection(one, two)
    said = {**filled(keeper, path), "title": "", "members-0-ORDER": "2", "members-1-ORDER": "1"}
    page = words(keeper.post(path, said))
    assert page.index('id="inline_child_members-1"') < page.index('id="inline_child_members-0"')
    assert members(row) == [one.pk, two.pk]


@pytest.mark.parametrize("key", ["x", "9" * 30, "0", "-1", "\x00", "1" * 5000, "variant"])
def test_a_row_of_what_is_no_product_is_refused(keeper: Client, key: str) -> None:
    one = make_product(options={"size": ["S"]})
    row, path = collection(one)
    key = str(one.children.get().pk) if key == "variant" else key
    answer = keeper.post(path, {**filled(keeper, path), "members-0-product": key})
    assert answer.status_code == 200
    assert "This product is no longer in the shop: remove the row." in words(answer)
    assert members(row) == [one.pk]
    gone = {"members-0-product": key, "members-0-DELETE": "on"}
    assert keeper.post(path, {**filled(keeper, path), **gone}).status_code == 302
    assert members(row) == []


def test_more_products_than_fit_are_refused_but_not_those_taken_out(keeper: Client) -> None:
    one = make_product()
    row, path = collection(one)
    said = filled(keeper, path)
    many = {f"members-{n}-product": one.pk for n in range(501)}
    answer = keeper.post(path, {**said, **many, "members-TOTAL_FORMS": 501})
    assert "at most 500" in words(answer)
    gone = {**said, **many, "members-TOTAL_FORMS": 501, "members-0-DELETE": "1"}
    assert keeper.post(path, gone).status_code == 302
    assert keeper.post(path, {**said, "members-TOTAL_FORMS": 10**6}).status_code == 200
    assert members(row) == [one.pk]


def test_who_orders_what_somebody_else_ordered_meanwhile_is_told(
    signed_in: Callable[[str], Client],
) -> None:
    one, two = make_product(), make_product()
    row, path = collection(one, two)
    ada, bisi = signed_in("Editors"), signed_in("Editors")
    said = filled(bisi, path)
    moved = {"members-0-ORDER": "2", "members-1-ORDER": "1"}
    assert ada.post(path, {**filled(ada, path), **moved}).status_code == 302
    answer = bisi.post(path, {**said, "members-0-DELETE": "1"})
    assert "nothing of yours was saved" in words(answer)
    assert members(row) == [two.pk, one.pk]

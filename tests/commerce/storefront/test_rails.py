"""A rail of a collection shows it in its own order, and only what shoppers may see."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from commerce.catalogue.models import Category, Collection, Product
from commerce.catalogue.services import collections, picks, rules
from commerce.partner.models import Partner
from commerce.storefront.selectors import rails
from commerce.storefront.services import documents
from common.outbox.services import delivery
from tests.factories import make_category, make_product

pytestmark = pytest.mark.django_db
EVERYTHING = {
    "match": "any",
    "conditions": [
        {"field": "made_to_measure", "operator": "is", "value": said} for said in (True, False)
    ],
}


def now() -> dict[str, Any]:
    return {"by": None, "at": timezone.now()}


def shown(*asked: Collection, limit: int = 8) -> list[list[str]]:
    questions = {
        str(each.pk): rails.Question("collection", limit, target_id=each.pk, order=each.order)
        for each in asked
    }
    with CaptureQueriesContext(connection) as statements:
        found = rails.items(questions, locale="en", currency="NGN")
    assert len(statements) == 1
    return [[item["slug"] for item in found[str(each.pk)]] for each in asked]


def stocked() -> list[Product]:
    """Make a cheap, old; b dear, new; c between and liked."""
    since = timezone.now()
    facts = (("a", "10", 9, 0), ("b", "30", 1, 5), ("c", "20", 5, 9))
    return [
        make_product(
            slug=slug, title=slug.upper(), price=price, popularity=liked,
            published_at=since - timedelta(days=days),
        )
        for slug, price, days, liked in facts
    ]  # fmt: skip


def ruled(slug: str, sort: str = "newest") -> Collection:
    made = Collection.objects.create(title=slug, slug=slug, sort=sort)
    return rules.set_rule(collection_id=made.pk, rule=EVERYTHING, **now())


def test_each_collection_has_its_order_and_all_rails_are_one_statement() -> None:
    a, b, c = stocked()
    sorts = {
        "newest": "bca", "price": "acb", "-price": "bca", "popularity": "cba", "title": "abc",
    }  # fmt: skip
    made = [ruled(f"s{n}", sort) for n, sort in enumerate(sorts)]
    by_hand = Collection.objects.create(title="Hand", slug="hand")
    collections.set_members(collection_id=by_hand.pk, product_ids=[c.pk, a.pk, b.pk], **now())
    delivery.drain()
    assert ["".join(each) for each in shown(*made, by_hand)] == [*sorts.values(), "cab"]
    assert shown(made[1]) == [["a", "c", "b"]]
    assert shown(by_hand) == [["c", "a", "b"]]


def test_pins_come_first_and_exclusions_not_at_all_even_before_documents_know() -> None:
    a, b, c = stocked()
    made = ruled("new")
    delivery.drain()
    picks.set_picks(collection_id=made.pk, pinned=[a.pk, c.pk], excluded=[b.pk], **now())
    assert shown(made) == [["a", "c"]]
    picks.set_picks(collection_id=made.pk, pinned=[c.pk, a.pk], excluded=[], **now())
    assert shown(made) == [["c", "a", "b"]]
    assert shown(made, limit=2) == [["c", "a"]]
    assert shown(made, made, limit=1) == [["c"], ["c"]]


def test_what_shoppers_may_not_see_is_in_no_rail_pinned_or_not(client: Client) -> None:
    a, b, c = stocked()
    made = ruled("new")
    by_hand = Collection.objects.create(title="Hand", slug="hand")
    collections.set_members(collection_id=by_hand.pk, product_ids=[a.pk, b.pk, c.pk], **now())
    picks.pin(collection_id=made.pk, product_id=a.pk, **now())
    delivery.drain()
    Product.objects.filter(pk=a.pk).update(is_public=False)
    Partner.objects.filter(pk=b.vendor_id).update(status="suspended")
    assert shown(made, by_hand) == [["c"], ["c"]]
    listed = client.get("/api/v1/store/products/?collection=new").json()
    assert [each["slug"] for each in listed["results"]] == ["c"]
    Product.objects.filter(pk=c.pk).update(status="declined")
    assert shown(made, by_hand) == [[], []]


def test_a_list_of_a_collection_is_sorted_as_every_list(client: Client) -> None:
    a, _, _ = stocked()
    made = ruled("new", "price")
    picks.pin(collection_id=made.pk, product_id=a.pk, **now())
    documents.rebuild()

    def listed(query: str = "") -> str:
        found = client.get(f"/api/v1/store/products/?collection=new{query}").json()
        return "".join(each["slug"] for each in found["results"])

    assert (listed(), listed("&sort=price"), listed("&sort=-price")) == ("bca", "acb", "bca")


def test_a_hidden_collection_fills_no_rail_by_hand_or_by_rule(client: Client) -> None:
    a, _, _ = stocked()
    made, by_hand = ruled("new"), Collection.objects.create(title="Hand", slug="hand")
    collections.set_members(collection_id=by_hand.pk, product_ids=[a.pk], **now())
    picks.pin(collection_id=made.pk, product_id=a.pk, **now())
    delivery.drain()
    assert all(shown(made, by_hand))
    Collection.objects.update(is_public=False)
    assert shown(made, by_hand) == [[], []]
    assert client.get("/api/v1/store/products/?collection=new").json()["count"] == 0


def test_a_hidden_category_and_those_below_it_show_nothing(client: Client) -> None:
    above = make_category()
    below = make_category(parent=above)
    product = make_product(categories=(below,))
    documents.rebuild(product_ids=[product.pk])
    slug = product.slug
    assert by_category(above, below) == [[slug], [slug]]
    for hidden, expected in ((below, [[slug], []]), (above, [[], []])):
        Category.objects.filter(pk=above.pk).update(is_public=True)
        Category.objects.filter(pk=hidden.pk).update(is_public=False)
        assert by_category(above, below) == expected
        assert [listed(client, each.slug) for each in (above, below)] == expected
        assert choices(client) == {
            each.slug for each, found in zip((above, below), expected, strict=True) if found
        }
        Category.objects.filter(pk=below.pk).update(is_public=True)


def listed(client: Client, category: str) -> list[str]:
    answer = client.get("/api/v1/store/products/", {"category": category}).json()
    return [item["slug"] for item in answer["results"]]


def choices(client: Client) -> set[str]:
    facets = client.get("/api/v1/store/products/?facets=true").json()["facets"]
    return {v["value"] for each in facets if each["code"] == "category" for v in each["values"]}


def by_category(*asked: Category) -> list[list[str]]:
    questions = {str(each.pk): rails.Question("category", target_id=each.pk) for each in asked}
    with CaptureQueriesContext(connection) as statements:
        found = rails.items(questions, locale="en", currency="NGN")
    assert len(statements) == 1
    return [[item["slug"] for item in found[str(each.pk)]] for each in asked]


def test_rails_of_vendors_and_picked_ones_show_only_what_is_sold() -> None:
    shut, off, sold = stocked()
    documents.rebuild()
    Partner.objects.filter(pk=shut.vendor_id).update(is_open=False)
    Product.objects.filter(pk=off.pk).update(is_public=False)
    picked = rails.Question("products", product_ids=(shut.pk, off.pk, sold.pk))
    asked = {"picked": picked, "nobody": rails.Question("collection", target_id=None)}
    asked |= {
        each.slug: rails.Question("vendor", target_id=each.vendor_id) for each in (shut, off, sold)
    }
    found = rails.items(asked, locale="en", currency="NGN")
    told = {key: [item["slug"] for item in items] for key, items in found.items()}
    assert told == {"picked": ["c"], "nobody": [], "a": [], "b": [], "c": ["c"]}

"""Who is in a collection by rule comes out right, whoever works at the same time."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections, transaction
from django.utils import timezone

from commerce.catalogue.models import Collection, CollectionMember, Product
from commerce.catalogue.services import collections, membership, rules
from tests.factories import make_product
from tests.flows import serving

pytestmark = pytest.mark.timeout(600)
WAIT = 0.4
LINEN = {
    "match": "all", "conditions": [{"field": "tag", "operator": "in", "value": ["linen"]}]
}  # fmt: skip


@pytest.fixture(autouse=True)
def database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), serving.database():
        yield


def aside(pool: ThreadPoolExecutor, work: Callable[[], Any]) -> Future[Any]:
    """Do the work over another connection."""

    def run() -> Any:
        try:
            return work()
        finally:
            connections.close_all()

    return pool.submit(run)


def refresh(product: Product) -> None:
    membership.refresh_products(product_ids=[product.pk], at=timezone.now())


def tag(product: Product, *tags: str) -> None:
    Product.objects.filter(pk=product.pk).update(tags=list(tags))


def fill(collection: Collection) -> None:
    rules.set_rule(collection_id=collection.pk, rule=LINEN, by=None, at=timezone.now())


def held_while(
    pool: ThreadPoolExecutor, first: Callable[[], Any], other: Callable[[], Any]
) -> None:
    """Begin the first, do the other aside before the first commits, and wait for both."""
    with transaction.atomic():
        first()
        later = aside(pool, other)
        threading.Event().wait(WAIT)
    later.result(30)


def test_two_refreshes_of_one_product_end_at_what_is_true_last() -> None:
    product, made = make_product(), Collection.objects.create(title="A", slug="a")
    fill(made)
    tag(product, "linen")

    def untag_and_refresh() -> None:
        tag(product)
        refresh(product)

    with ThreadPoolExecutor(1) as pool:
        held_while(pool, lambda: refresh(product), untag_and_refresh)
    assert not made.members.exists()


def test_a_product_that_changes_while_a_rule_is_set_is_not_lost() -> None:
    product, made = make_product(), Collection.objects.create(title="A", slug="a")

    def tag_and_refresh() -> None:
        tag(product, "linen")
        refresh(product)

    with ThreadPoolExecutor(1) as pool:
        held_while(pool, lambda: fill(made), tag_and_refresh)
    assert [each.product_id for each in made.members.all()] == [product.pk]


def test_refreshes_and_rules_in_a_crowd_neither_lock_up_nor_differ() -> None:
    products = [make_product(tags=["linen"] * (n % 2)) for n in range(6)]
    made = [Collection.objects.create(title=f"{n}", slug=f"c-{n}") for n in range(3)]
    for each in made:
        fill(each)

    def flip(product: Product) -> None:
        for n in range(12):
            tag(product, *(["linen"] * (n % 3 == 0)))
            membership.refresh_products(product_ids=[product.pk, products[0].pk], at=timezone.now())
        tag(product, "linen")
        refresh(product)

    def edit(collection: Collection) -> None:
        now = timezone.now()
        for n in range(12):
            with transaction.atomic():
                collections.change_collection(
                    collection_id=collection.pk, facts={"slug": f"{collection.pk}-{n}"},
                    by=None, at=now,
                )  # fmt: skip
                rule = LINEN | {"match": "any" if n % 2 else "all"}
                rules.set_rule(collection_id=collection.pk, rule=rule, by=None, at=now)

    with ThreadPoolExecutor(9) as pool:
        work = [aside(pool, lambda each=each: flip(each)) for each in products]
        work += [aside(pool, lambda each=each: edit(each)) for each in made]
        for each in work:
            each.result(60)
    assert CollectionMember.objects.count() == len(products) * len(made)

"""A collection of ten thousand: what changed is written, and no row beside it."""

import os
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from commerce.catalogue.models import Collection, Product
from commerce.catalogue.services import changes, membership, rules
from commerce.storefront.models import ProductDocument
from commerce.storefront.services import documents
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery
from tests import databases
from tests.factories import make_category, make_vendor

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MANY = 10_000
PRODUCTS = """
  INSERT INTO catalogue_product (public_id, vendor_id, structure, title, slug, status,
    published_at, is_public, option_types, variant_options, variant_position, gtin, tags,
    is_made_to_measure, popularity, review_count, import_reference, date_created, date_updated,
    description, is_discountable, priority)
  SELECT 'prd_' || n, %s, 'standalone', 'Shirt ' || n, 'shirt-' || n, 'approved',
    now() - n * interval '1 minute', true, '[]', '{}', 0, '', '["linen"]',
    false, n %% 97, 0, '', now(), now(), '', true, 0
  FROM generate_series(1, %s) n
"""
STOCK = """
  INSERT INTO partner_stockrecord (product_id, partner_id, sku, partner_sku, num_in_stock,
    num_allocated, num_reserved, is_tracked, allow_backorder, date_created, date_updated)
  SELECT id, vendor_id, slug, slug, 5, 0, 0, true, false, now(), now() FROM catalogue_product
"""
PRICES = """
  INSERT INTO partner_price (stockrecord_id, currency, amount)
  SELECT id, 'NGN', 1000 + product_id % 2 FROM partner_stockrecord
"""
PLACES = """
  INSERT INTO catalogue_productcategory (product_id, category_id)
  SELECT id, %s FROM catalogue_product
"""
TABLES = (
    "catalogue_product, catalogue_productcategory, catalogue_collectionmember, "
    "partner_stockrecord, partner_price"
)
# Documents that any rebuild would write anew: nothing has their fingerprint.
DOCUMENTS = """
  INSERT INTO storefront_productdocument (product_id, vendor_id, locale, currency, slug, item,
    detail, title, price_min, price_max, in_stock, on_sale, made_to_measure, category_ids,
    collection_ids, terms, published_at, popularity, rating, fingerprint, updated_at)
  SELECT id, vendor_id, locale, 'NGN', slug, '{}', '{}', title, 1000, 1000, true, false, false,
    '{}', '{}', '{}', published_at, 0, 0, 'none has this', now()
  FROM catalogue_product CROSS JOIN unnest(ARRAY['en', 'fr']) AS locale
"""


def sql(statement: str, *params: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


def rule(amount: str, category: int) -> dict[str, Any]:
    said = (
        ("category", "in", [category]), ("tag", "in", ["linen"]), ("newness", "at_most", 300),
        ("stock", "at_least", 1), ("price", "at_most", {"amount": amount, "currency": "NGN"}),
    )  # fmt: skip
    names = ("field", "operator", "value")
    return {"match": "all", "conditions": [dict(zip(names, each, strict=True)) for each in said]}


@pytest.fixture
def category() -> int:
    """Return the category of ten thousand products."""
    vendor, category = make_vendor(), make_category()
    sql(PRODUCTS, vendor.pk, MANY)
    for statement, params in ((STOCK, ()), (PRICES, ()), (PLACES, (category.pk,))):
        sql(statement.replace("%", "%%") if not params else statement, *params)
    return int(category.pk)


@pytest.fixture
def made(category: int) -> Collection:
    collection = Collection.objects.create(title="Linen", slug="linen")
    return rules.set_rule(
        collection_id=collection.pk, rule=rule("2000", category), by=None, at=timezone.now()
    )


def rows(table: str) -> dict[int, tuple[Any, ...]]:
    """Return where each row lies and who wrote it, by product and key."""
    return {row[:2]: row[2:] for row in sql(f"SELECT product_id, id, ctid, xmin FROM {table}")}


def touched(table: str, before: dict[int, tuple[Any, ...]]) -> set[int]:
    after = rows(table)
    return {key[0] for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


MEMBERS, STORED = "catalogue_collectionmember", "storefront_productdocument"


def test_what_changed_is_written_and_no_row_beside_it(made: Collection) -> None:
    assert made.members.count() == MANY
    told = OutboxEvent.objects.filter(type="collection.changed")
    assert [len(each.payload["product_ids"]) for each in told] == [500] * 20
    OutboxEvent.objects.all().delete()
    sql(DOCUMENTS)
    one_product_comes_and_goes(made)
    a_batch_takes_a_handful_of_statements(made)
    another_rule_writes_the_difference(made)


def one_product_comes_and_goes(made: Collection) -> None:
    members, stored = rows(MEMBERS), rows(STORED)
    one = Product.objects.order_by("pk")[4_321]
    for tags, is_in in (([], False), (["linen"], True)):
        Product.objects.filter(pk=one.pk).update(tags=tags)
        changes.product_changed([one.pk])
        with CaptureQueriesContext(connection) as asked:
            delivery.drain()
        assert len(asked) < 120
        assert touched(MEMBERS, members) == {one.pk}
        assert touched(STORED, stored) == {one.pk}
        written = ProductDocument.objects.filter(product=one)
        assert [each.collection_ids for each in written] == [[made.pk] * is_in] * 2
    members, stored = rows(MEMBERS), rows(STORED)
    changes.stock_changed([one.pk])
    delivery.drain()
    assert (touched(MEMBERS, members), touched(STORED, stored)) == (set(), set())


def a_batch_takes_a_handful_of_statements(made: Collection) -> None:
    for n in range(10):
        Collection.objects.create(title=f"{n}", slug=f"c-{n}", kind="rule", rule=made.rule)
    some = list(Product.objects.order_by("pk").values_list("pk", flat=True)[:200])
    with CaptureQueriesContext(connection) as asked:
        membership.refresh_products(product_ids=some, at=timezone.now())
    told = [each for each in asked if "outbox_outboxevent" in each["sql"]]
    assert (len(told), len(asked) - len(told)) == (10, 5)


def another_rule_writes_the_difference(made: Collection) -> None:
    OutboxEvent.objects.all().delete()
    members = rows(MEMBERS)
    category = made.rule["conditions"][0]["value"][0]
    dear = Product.objects.filter(stockrecords__prices__amount=1001)
    dear_ids = set(dear.values_list("pk", flat=True))
    assert len(dear_ids) == MANY // 2
    rules.set_rule(
        collection_id=made.pk, rule=rule("1000.99", category), by=None, at=timezone.now()
    )
    assert touched(MEMBERS, members) == dear_ids
    told = OutboxEvent.objects.filter(type="collection.changed")
    assert {pk for each in told for pk in each.payload["product_ids"]} == dear_ids
    assert made.members.count() == MANY // 2


def test_statistics_of_an_empty_shop_make_a_rule_no_slower(category: int) -> None:
    name = connection.settings_dict["NAME"]
    owner = databases.url_of(name, os.environ["DATABASE_OWNER_URL"])
    with psycopg.connect(owner, autocommit=True) as outside:
        outside.execute(f"ANALYZE {TABLES}")  # which sees none of the rows written here
    sql("SET LOCAL statement_timeout = '20s'")
    collection = Collection.objects.create(title="Linen", slug="linen")
    for amount, members in (("2000", MANY), ("1000.99", MANY // 2), ("2000", MANY)):
        rules.set_rule(
            collection_id=collection.pk, rule=rule(amount, category), by=None, at=timezone.now()
        )
        assert collection.members.count() == members


def test_documents_of_ten_thousand_need_few_locks() -> None:
    documents.rebuild(product_ids=range(1, MANY + 1))
    held = (
        "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database "
        "WHERE d.datname = current_database() AND locktype = 'advisory' AND classid = %s"
    )
    assert sql(held, documents.LOCK)[0][0] <= MANY // 64 + 1

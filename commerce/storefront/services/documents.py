"""Keeping the read side true: documents rebuilt in batches, unchanged ones left alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from commerce.catalogue.models import Product
from commerce.storefront.composition.rows import Composed, Key, compose
from commerce.storefront.composition.sources import (
    Dictionary,
    read_dictionary,
    read_sources,
)
from commerce.storefront.models import ProductContent, ProductDocument, VariantDocument
from commerce.storefront.services import vocabulary
from common.outbox.services import events
from common.utils.parts import batches

BATCH = 200
LOCK = 7_310_517
NEIGHBOURS = 64
CONTENT = "content.changed"
_KEYS = ("product_id", "locale", "currency")
_FIELDS = [
    each.attname
    for each in ProductDocument._meta.concrete_fields
    if each.name not in ("id", "product", "locale", "currency")
]


@dataclass
class Tally:
    """What a rebuild did, in documents."""

    written: int = 0
    unchanged: int = 0
    deleted: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.written += other.written
        self.unchanged += other.unchanged
        self.deleted += other.deleted
        return self


def rebuild(*, product_ids: Iterable[int] | None = None, at: datetime | None = None) -> Tally:
    """Make the documents of these products (of all without ids) say what the shop sells now.

    Each 200 products take a constant number of statements and one transaction.
    """
    if product_ids is None:
        known = ProductDocument.objects.values_list("product_id", flat=True)
        product_ids = [*Product.objects.canonical().values_list("pk", flat=True), *known.distinct()]
    done = Tally()
    for ids in batches(product_ids, BATCH):
        done += _rebuild_batch(ids, at or timezone.now())
    return done


@transaction.atomic
def _rebuild_batch(ids: Sequence[int], at: datetime) -> Tally:
    _take_turns(ids)
    composed = composed_now(ids, dictionary=read_dictionary(), at=at)
    known = {
        (product_id, locale, currency): (pk, fingerprint)
        for pk, product_id, locale, currency, fingerprint in ProductDocument.objects.filter(
            product_id__in=ids
        ).values_list("pk", *_KEYS, "fingerprint")
    }
    fresh = [
        each
        for key, each in composed.items()
        if key not in known or known[key][1] != each.document.fingerprint
    ]
    gone = [pk for key, (pk, _) in known.items() if key not in composed]
    ProductDocument.objects.filter(pk__in=gone).delete()
    _write(fresh)
    return Tally(len(fresh), len(composed) - len(fresh), len(gone))


def _take_turns(ids: Sequence[int]) -> None:
    # One lock for neighbours: PostgreSQL has no room for a lock each of ten thousand products.
    turns = sorted({pk // NEIGHBOURS for pk in ids})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, (turn %% 2147483647)::int) "
            "FROM unnest(%s::bigint[]) AS turn",
            [LOCK, turns],
        )


def composed_now(
    ids: Sequence[int], *, dictionary: Dictionary, at: datetime
) -> dict[Key, Composed]:
    """Return the documents that these products should have, by product, locale and currency."""
    sources = read_sources(ids)
    found: dict[Key, Composed] = {}
    for source in sources.values():
        found |= {each.key: each for each in compose(source, dictionary=dictionary, at=at)}
    return found


def _write(fresh: list[Composed]) -> None:
    if not fresh:
        return
    documents = ProductDocument.objects.bulk_create(
        [each.document for each in fresh],
        update_conflicts=True,
        unique_fields=["product", "locale", "currency"],
        update_fields=_FIELDS,
    )
    VariantDocument.objects.filter(document__in=[each.pk for each in documents]).delete()
    VariantDocument.objects.bulk_create([row for each in fresh for row in each.variants])
    vocabulary.learn(documents=documents)


@transaction.atomic
def put_content(
    *,
    product_id: int,
    locale: str,
    blocks: list[dict[str, Any]],
    seo: dict[str, str] | None = None,
    revision_id: int | None = None,
    published_at: datetime | None = None,
) -> bool:
    """Keep what the CMS tells about a product in a locale; return whether that is news.

    `seo` holds the `title` and `description` that stand in for the product's own. An empty list
    of no revision and without `seo` removes what there is.
    """
    if not blocks and not seo and revision_id is None:
        return remove_content(product_id=product_id, locale=locale)
    mine = ProductContent.objects.filter(product_id=product_id, locale=locale)
    known = mine.select_for_update().first()
    said = {"blocks": blocks, "seo": seo or {}}
    ProductContent.objects.update_or_create(
        product_id=product_id,
        locale=locale,
        defaults={**said, "revision_id": revision_id, "published_at": published_at},
    )
    is_news = known is None or {"blocks": known.blocks, "seo": known.seo} != said
    if is_news:
        _tell(product_id)
    return is_news


@transaction.atomic
def remove_content(*, product_id: int, locale: str) -> bool:
    """Forget what the CMS told about a product in a locale; return whether there was something."""
    count, _ = ProductContent.objects.filter(product_id=product_id, locale=locale).delete()
    if count:
        _tell(product_id)
    return count > 0


def _tell(product_id: int) -> None:
    # A worker has the words found, or found no longer.
    payload = {"product_ids": [product_id]}
    events.record(type=CONTENT, subject_id=str(product_id), payload=payload)

"""One product as stored, with content and recommendations joined when it is read."""

from typing import Any

import orjson
from django.conf import settings
from django.db import connection

from commerce.storefront.selectors import conditions
from common.exceptions import NotFound

RECOMMENDED = 6
_DETAIL = f"""
  SELECT d.detail, c.locale, c.blocks::text, c.seo::text,
         ARRAY(SELECT o.item FROM storefront_productdocument o
               JOIN catalogue_product op ON op.id = o.product_id AND op.is_public
                 AND op.status = 'approved'
               JOIN partner_partner os ON os.id = op.vendor_id AND os.status = 'approved'
                 AND os.is_open
               WHERE o.locale = d.locale AND o.currency = d.currency
                 AND o.product_id <> d.product_id AND o.category_ids && d.category_ids
                 AND (o.price_valid_until IS NULL OR o.price_valid_until > statement_timestamp())
               ORDER BY o.popularity DESC, o.product_id DESC LIMIT {RECOMMENDED})
  FROM {conditions.SERVED}
  LEFT JOIN LATERAL (
    SELECT told.locale, told.blocks, told.seo FROM storefront_productcontent told
    WHERE told.product_id = d.product_id AND told.locale IN (d.locale, %s)
    ORDER BY told.locale = d.locale DESC LIMIT 1
  ) c ON true
  WHERE d.slug = %s AND d.locale = %s AND d.currency = %s AND {conditions.CURRENT}
"""


def detail(*, slug: str, locale: str, currency: str) -> bytes:
    """Return the JSON of a product that is sold.

    Its content is that of the locale, else that of the shop's own one; `content_locale` says which.

    :raises NotFound: when nothing sold here in this currency has the slug.
    """
    with connection.cursor() as cursor:
        cursor.execute(_DETAIL, [settings.LANGUAGE_CODE, slug, locale, currency])
        row = cursor.fetchone()
    if row is None:
        raise NotFound
    stored, told_in, blocks, seo, recommended = row
    more = {
        "content": orjson.Fragment(blocks or "[]"),
        "content_locale": told_in,
        "recommended": orjson.Fragment(f"[{','.join(recommended)}]"),
    }
    return _joined(stored, seo=orjson.loads(seo or "{}"), more=more)


def _joined(stored: str, *, seo: dict[str, str], more: dict[str, Any]) -> bytes:
    head = stored.encode()
    if seo:
        found = orjson.loads(stored)
        head = orjson.dumps({**found, "seo": {**found["seo"], **seo}})
    return head[:-1] + b"," + orjson.dumps(more)[1:]


def is_sold(*, slug: str) -> bool:
    """Return whether a product of this slug is sold in any currency."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM {conditions.SERVED} WHERE d.slug = %s AND {conditions.CURRENT} LIMIT 1",
            [slug],
        )
        return cursor.fetchone() is not None


def suggestions(*, words: str, locale: str, currency: str, limit: int) -> list[dict[str, str]]:
    """Return `{"title", "slug"}` of products found by a tsquery, best first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT d.title, d.slug FROM {conditions.SERVED}
                WHERE d.locale = %s AND d.currency = %s AND {conditions.CURRENT}
                  AND d.search @@ %s::tsquery
                ORDER BY ts_rank(d.named, %s::tsquery) DESC, d.product_id DESC LIMIT %s""",
            [locale, currency, words, words, limit],
        )
        return [{"title": title, "slug": slug} for title, slug in cursor.fetchall()]

"""Single pieces by the id of what is put into a basket: any number of them in one statement."""

from collections.abc import Iterable
from typing import Any

import orjson
from django.db import connection

from commerce.storefront.selectors import conditions

_PIECES = f"""
  SELECT v.variant_id, v.sku, d.item, d.detail
  FROM {conditions.SERVED}
  JOIN storefront_variantdocument v ON v.document_id = d.id
  JOIN catalogue_product o ON o.id = v.variant_id AND o.is_public
  WHERE v.variant_id = ANY(%s) AND d.locale = %s AND d.currency = %s AND {conditions.CURRENT}
"""


def pieces(variant_ids: Iterable[int], *, locale: str, currency: str) -> dict[int, dict[str, Any]]:
    """Return `{"product", "variant"}` of what is sold, by the id of the variant.

    `product` is the item of lists, `variant` the one of the product's page. What shoppers may not
    see is left out.
    """
    ids = sorted(set(variant_ids))
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_PIECES, [ids, locale, currency])
        rows = cursor.fetchall()
    return {
        variant_id: {"product": orjson.loads(item), "variant": _variant(detail, sku)}
        for variant_id, sku, item, detail in rows
    }


def _variant(detail: str, sku: str) -> dict[str, Any]:
    return next(each for each in orjson.loads(detail)["variants"] if each["sku"] == sku)

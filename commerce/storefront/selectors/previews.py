"""What a collection would show shoppers, before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from commerce.catalogue.rules import Rule
from commerce.catalogue.rules.conditions import condition, order
from commerce.storefront.selectors.conditions import CURRENT, SERVED

_FOUND = """
  WITH found AS (
    SELECT d.id, count(*) OVER () AS n,
      row_number() OVER (ORDER BY array_position(%s::bigint[], p.id), {order}) AS place
    FROM {served}
    WHERE d.locale = %s AND d.currency = %s AND {current}
      AND (p.id = ANY(%s::bigint[]) OR (({rule}) AND NOT p.id = ANY(%s::bigint[])))
  )
  SELECT found.n, d.item FROM found JOIN storefront_productdocument d ON d.id = found.id
  WHERE found.place <= %s ORDER BY found.place
"""


@dataclass(frozen=True)
class Preview:
    """How many products there are, and the items of the first."""

    count: int
    items: list[dict[str, Any]]


def preview(
    *, rule: Rule | None, first: Sequence[int], excluded: Sequence[int], sort: str,
    locale: str, currency: str, at: datetime, limit: int = 24,
) -> Preview:  # fmt: skip
    """Return what shoppers would see: the products named first, then those of the rule."""
    chosen, said = condition(rule, at=at) if rule else ("false", [])
    ordered, keys = order(sort, at=at)
    sql = _FOUND.format(order=ordered, served=SERVED, current=CURRENT, rule=chosen)
    params = [
        list(first), *keys, locale, currency, list(first), *said, list(excluded), limit,
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    return Preview(rows[0][0] if rows else 0, [orjson.loads(item) for _, item in rows])

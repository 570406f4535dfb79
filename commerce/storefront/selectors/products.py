"""Lists of products: stored items of one page and the total, in one statement."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from commerce.storefront.search import words
from commerce.storefront.selectors import conditions
from commerce.storefront.selectors.criteria import Criteria
from commerce.storefront.selectors.places import ORDERS, Place


@dataclass(frozen=True)
class Page:
    """A page of stored items (JSON texts), the total, and the places around it."""

    items: list[str]
    count: int
    after: Place | None
    before: Place | None


def page(
    criteria: Criteria, *, sort: str = "newest", place: Place | None = None, limit: int = 24
) -> Page:
    """Return the products that meet the criteria, from a place on."""
    if criteria.words == ():
        return Page([], 0, None, None)
    if sort == "relevance" and criteria.words is None:
        sort = "newest"
    sql, params = _statement(criteria, sort, place, limit)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    return _page(rows, sort, place, limit)


def _statement(
    criteria: Criteria, sort: str, place: Place | None, limit: int
) -> tuple[str, list[Any]]:
    order = ORDERS[sort]
    where = conditions.full(criteria)
    key_params = [words.query(criteria.words or ())] if "%s" in order.key else []
    backwards = bool(place and place.backwards)
    ascending = order.ascending != backwards
    direction = "ASC" if ascending else "DESC"
    begin, begin_params = "", []
    if place is not None:
        begin = f" AND ({order.key}, d.product_id) {'>' if ascending else '<'} (%s, %s)"
        begin_params = [*key_params, place.key, place.product_id]
    sql = f"""
      SELECT total.n, page.item, page.key, page.product_id
      FROM (SELECT count(*) AS n FROM {conditions.SERVED} WHERE {where.sql}) total
      LEFT JOIN (
        SELECT d.item, {order.key} AS key, d.product_id
        FROM {conditions.SERVED} WHERE {where.sql}{begin}
        ORDER BY key {direction}, d.product_id {direction} LIMIT %s
      ) page ON true
      ORDER BY page.key {direction}, page.product_id {direction}
    """
    return sql, [*where.params, *key_params, *where.params, *begin_params, limit + 1]


def _page(rows: list[Any], sort: str, place: Place | None, limit: int) -> Page:
    found = [row for row in rows if row[1] is not None]
    more, found = len(found) > limit, found[:limit]
    backwards = bool(place and place.backwards)
    if backwards:
        found.reverse()
    has_after = backwards or more
    has_before = more if backwards else place is not None
    if not found:
        return Page([], rows[0][0], None, None)
    last, first = found[-1], found[0]
    return Page(
        items=[row[1] for row in found],
        count=rows[0][0],
        after=Place(sort, last[2], last[3]) if has_after else None,
        before=Place(sort, first[2], first[3], backwards=True) if has_before else None,
    )

"""Facets: how many products each further choice would show, counted in one statement.

Counts are disjunctive: a facet's own selection does not shrink its own counts. One variant must
meet all selections of the other facets at once.
"""

from typing import Any

from django.db import connection

from commerce.catalogue.selectors.categories import IS_PUBLIC
from commerce.storefront.selectors import conditions
from commerce.storefront.selectors.criteria import Criteria
from common.utils.text import plain

MAX_VALUES = 100
_NAMES = {"category": "Category", "vendor": "Vendor", "in_stock": "In stock", "on_sale": "On sale"}


def facets(criteria: Criteria) -> list[dict[str, Any]]:
    """Return `{"code", "name", "values": [{"value", "label", "count"}]}` for each facet."""
    if criteria.words == ():
        return []
    sql, params = _statement(criteria)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    return _facets(rows)


def _statement(criteria: Criteria) -> tuple[str, list[Any]]:
    flags, flag_params = _flags(criteria)
    by_variant = bool(criteria.options or criteria.attributes or criteria.in_stock)
    where = conditions.plain(criteria)
    source = _BY_VARIANT if by_variant else _BY_DOCUMENT
    sql = f"""
      WITH base AS MATERIALIZED (
        SELECT d.id, d.terms, d.category_ids, s.slug AS vendor, d.on_sale, d.in_stock
        FROM {conditions.SERVED} WHERE {where.sql}
      ), flagged AS MATERIALIZED (
        SELECT row.*, array_remove(ARRAY[{flags}]::text[], NULL) AS failed FROM ({source}) row
      ), chosen AS MATERIALIZED (SELECT * FROM flagged WHERE cardinality(failed) < 2),
      counted AS ({_COUNTED[by_variant]})
      {_LABELLED}
    """
    return sql, [*where.params, *flag_params]


_BY_DOCUMENT = "SELECT base.* FROM base"
_BY_VARIANT = """
  SELECT base.id, v.terms, base.category_ids, base.vendor, base.on_sale, v.in_stock
  FROM base JOIN storefront_variantdocument v ON v.document_id = base.id
"""
_TERMS = """
  SELECT {distinct} id, code, value FROM (
    SELECT id, failed, split_part(term, '=', 1) AS code,
           substr(term, strpos(term, '=') + 1) AS value
    FROM chosen, unnest(terms) AS term
    UNION ALL
    SELECT id, failed, 'category', category::text FROM chosen, unnest(category_ids) AS category
    UNION ALL SELECT id, failed, 'vendor', vendor FROM chosen
    UNION ALL SELECT id, failed, 'in_stock', 'true' FROM chosen WHERE in_stock
    UNION ALL SELECT id, failed, 'on_sale', 'true' FROM chosen WHERE on_sale
  ) each WHERE failed = '{{}}' OR failed = ARRAY[code]
"""
_COUNTED = {
    distinct: "SELECT code, value, count(*) AS n FROM ("
    + _TERMS.format(distinct="DISTINCT" if distinct else "")
    + ") held GROUP BY code, value"
    for distinct in (False, True)
}
_LABELLED = f"""
  SELECT counted.code, coalesce(c.slug, counted.value), counted.n,
         coalesce(c.name, vendor.name, counted.value), coalesce(o.name, a.name),
         o.position, coalesce(ov.position, 10000), c.path
  FROM counted
  LEFT JOIN catalogue_optiontype o ON counted.code = 'option.' || o.code
  LEFT JOIN catalogue_optionvalue ov ON ov.option_type_id = o.id AND ov.value = counted.value
  LEFT JOIN (SELECT code, min(name) AS name FROM catalogue_productattribute GROUP BY code) a
    ON counted.code = 'attr.' || a.code
  LEFT JOIN catalogue_category c ON counted.code = 'category' AND c.id::text = counted.value
  LEFT JOIN partner_partner vendor ON counted.code = 'vendor' AND vendor.slug = counted.value
  WHERE counted.code <> 'category' OR {IS_PUBLIC}
"""


def _flags(criteria: Criteria) -> tuple[str, list[Any]]:
    flags: list[str] = []
    params: list[Any] = []

    def add(code: str, condition: str, value: Any) -> None:
        flags.append(f"CASE WHEN coalesce({condition}, false) THEN NULL ELSE %s END")
        params.extend((value, code))

    for code, terms in criteria.terms.items():
        add(code, "row.terms && %s::varchar[]", terms)
    if criteria.category is not None:
        add("category", f"row.category_ids @> ARRAY[{conditions.CATEGORY_ID}]", criteria.category)
    if criteria.vendor is not None:
        add("vendor", "row.vendor = %s", criteria.vendor)
    if criteria.on_sale is not None:
        add("on_sale", "row.on_sale = %s", criteria.on_sale)
    if criteria.in_stock is not None:
        add("in_stock", "row.in_stock = %s", criteria.in_stock)
    return ", ".join(flags), params


def _facets(rows: list[Any]) -> list[dict[str, Any]]:
    grouped: dict[str, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    return [
        _facet(code, grouped[code]) for code in sorted(grouped, key=lambda c: _rank(c, grouped))
    ]


def _rank(code: str, grouped: dict[str, list[Any]]) -> Any:
    fixed = {"category": 0, "in_stock": 3, "on_sale": 4, "vendor": 5}
    family = fixed.get(code, 1 if code.startswith("option.") else 2)
    return family, grouped[code][0][5] or 0, code


def _facet(code: str, rows: list[Any]) -> dict[str, Any]:
    kept = sorted(rows, key=lambda row: (-row[2], row[1]))[:MAX_VALUES]
    kept.sort(key=lambda row: (row[6], row[7] or "", -row[2], row[3]))
    return {
        "code": code,
        "name": _NAMES.get(code) or plain(rows[0][4] or "") or code.partition(".")[2],
        "values": [{"value": row[1], "label": plain(row[3]), "count": row[2]} for row in kept],
    }

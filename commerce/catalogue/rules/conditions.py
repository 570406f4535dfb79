"""A rule as a condition in SQL over the source tables, on rows `p` of catalogue_product."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from commerce.catalogue.rules.grammar import Condition, Rule

type Part = tuple[str, list[Any]]
# Each step is looked up by the index of the one before, whatever the planner believes of the
# tables: OFFSET 0 keeps it from joining them the other way round, which takes minutes in a shop
# that was filled since its statistics were taken. Pieces have two ways with an index each.
_PIECES = """
  (SELECT p.id, p.variant_options WHERE p.structure = 'standalone'
   UNION ALL
   SELECT c.id, c.variant_options FROM catalogue_product c
   WHERE c.parent_id = p.id AND c.structure = 'child' AND c.is_public) v
"""
_RECORDS = f"""
  {_PIECES} CROSS JOIN LATERAL
  (SELECT * FROM partner_stockrecord s WHERE s.product_id = v.id OFFSET 0) s
"""
_STOCK = f"""
  FROM {_RECORDS} LEFT JOIN catalogue_productclass k ON k.id = p.product_class_id
  WHERE true
"""
_ENDLESS = "NOT (s.is_tracked AND COALESCE(k.track_stock, true))"
_LEFT = "(s.num_in_stock - s.num_allocated - s.num_reserved)"
_PRICES = f"""
  FROM {_RECORDS} CROSS JOIN LATERAL
  (SELECT * FROM partner_price r WHERE r.stockrecord_id = s.id OFFSET 0) r
  WHERE r.currency = %s
    AND (r.valid_from IS NULL OR r.valid_from <= %s)
    AND (r.valid_until IS NULL OR r.valid_until > %s)
"""
_CATEGORY = """
  EXISTS (SELECT 1 FROM
   (SELECT category_id FROM catalogue_productcategory WHERE product_id = p.id OFFSET 0) c
   JOIN catalogue_category own ON own.id = c.category_id
   JOIN catalogue_category above ON starts_with(own.path, above.path)
   WHERE above.id = ANY(%s::bigint[]))
"""
# The value `a` of an attribute `t` as people write it, with the option `o` that it may be.
ATTRIBUTE_TEXT = """
  CASE t.type WHEN 'option' THEN o.option WHEN 'text' THEN a.value_text
   WHEN 'integer' THEN a.value_integer::text WHEN 'boolean' THEN a.value_boolean::text
   WHEN 'date' THEN a.value_date::text END
"""
_ATTRIBUTE = f"""
  EXISTS (SELECT 1 FROM
   (SELECT p.id UNION ALL SELECT c.id FROM catalogue_product c
    WHERE c.parent_id = p.id AND c.structure = 'child' AND c.is_public) v
   CROSS JOIN LATERAL
   (SELECT * FROM catalogue_productattributevalue a WHERE a.product_id = v.id OFFSET 0) a
   JOIN catalogue_productattribute t ON t.id = a.attribute_id AND t.code = %s
   LEFT JOIN catalogue_attributeoption o ON o.id = a.value_option_id
   WHERE ({ATTRIBUTE_TEXT} = ANY(%s::text[])
    OR t.type = 'multi_option' AND EXISTS (
     SELECT 1 FROM catalogue_productattributevalue_value_multi_option x
     JOIN catalogue_attributeoption y ON y.id = x.attributeoption_id
     WHERE x.productattributevalue_id = a.id AND y.option = ANY(%s::text[]))))
"""
_OPTION = f"""
  EXISTS (SELECT 1 FROM {_PIECES}
   WHERE v.variant_options ->> %s = ANY(%s::text[]))
"""
_NEWEST = "COALESCE(p.published_at, p.date_created)"


def condition(rule: Rule, *, at: datetime) -> Part:
    """Return SQL that is never null, and its parameters, for the products the rule means then."""
    parts = [_of(each, at) for each in rule.conditions]
    joint = " AND " if rule.match == "all" else " OR "
    return joint.join(f"({sql})" for sql, _ in parts), [x for _, said in parts for x in said]


def order(sort: str, *, at: datetime) -> Part:
    """Return SQL that orders products as a collection of this sort shows them."""
    if sort in ("price", "-price"):
        way = "DESC" if sort == "-price" else "ASC"
        said = [settings.OSCAR_DEFAULT_CURRENCY, at, at]
        return f"(SELECT min(r.amount) {_PRICES}) {way} NULLS LAST, p.id DESC", said
    known = {"popularity": "p.popularity DESC", "title": "lower(p.title)"}
    return f"{known.get(sort, f'{_NEWEST} DESC')}, p.id DESC", []


def _of(said: Condition, at: datetime) -> Part:
    sql, params = _FIELDS[said.field](said, at)
    return (f"NOT ({sql})" if said.operator == "not_in" else sql), params


def _price(said: Condition, at: datetime) -> Part:
    amount, currency = said.value["amount"], said.value["currency"]
    valid = [currency, at, at]
    if said.operator == "at_most":
        return f"EXISTS (SELECT 1 {_PRICES} AND r.amount <= %s::numeric)", [*valid, amount]
    sql = f"COALESCE((SELECT min(r.amount) {_PRICES}) >= %s::numeric, false)"
    return sql, [*valid, amount]


def _stock(said: Condition, at: datetime) -> Part:
    if said.value == "in_stock":
        ready = f"EXISTS (SELECT 1 {_STOCK} AND ({_ENDLESS} OR {_LEFT} > 0))"
        return f"NOT p.is_made_to_measure AND {ready}", []
    if said.value == "out_of_stock":
        some = f"({_ENDLESS} OR {_LEFT} > 0 OR s.allow_backorder)"
        return f"NOT EXISTS (SELECT 1 {_STOCK} AND {some})", []
    counted = f"COALESCE(sum(GREATEST({_LEFT}, 0)), 0)"
    most = said.operator == "at_most"
    sql = f"(SELECT COALESCE(bool_or({_ENDLESS}), false) OR {counted} >= %s::bigint {_STOCK})"
    return (f"NOT {sql}" if most else sql), [said.value + most]


def _newness(said: Condition, at: datetime) -> Part:
    sign = ">" if said.operator == "at_most" else "<="
    return f"{_NEWEST} {sign} %s", [at - timedelta(days=said.value)]


def _on_sale(said: Condition, at: datetime) -> Part:
    cheapest = f"SELECT r.compare_at_amount IS NOT NULL {_PRICES}"
    first = "ORDER BY r.amount, r.compare_at_amount IS NULL LIMIT 1"
    sql = f"COALESCE(({cheapest} {first}), false) = %s::boolean"
    return sql, [settings.OSCAR_DEFAULT_CURRENCY, at, at, said.value]


def _attribute(said: Condition, at: datetime) -> Part:
    return _ATTRIBUTE, [said.value["code"], said.value["values"], said.value["values"]]


def _option(said: Condition, at: datetime) -> Part:
    return _OPTION, [said.value["code"], said.value["values"]]


_FIELDS: dict[str, Callable[[Condition, datetime], Part]] = {
    "category": lambda said, at: (_CATEGORY, [said.value]),
    "vendor": lambda said, at: ("COALESCE(p.vendor_id, 0) = ANY(%s::bigint[])", [said.value]),
    "attribute": _attribute,
    "option": _option,
    "price": _price,
    "stock": _stock,
    "newness": _newness,
    "tag": lambda said, at: ("jsonb_exists_any(p.tags, %s::text[])", [said.value]),
    "on_sale": _on_sale,
    "made_to_measure": lambda said, at: ("p.is_made_to_measure = %s::boolean", [said.value]),
}

"""Whether anything in the shop has, or is meant to have, the values that a condition names."""

from typing import Any

from django.db import connection

from commerce.catalogue.rules.conditions import ATTRIBUTE_TEXT
from commerce.catalogue.rules.grammar import Condition

_ATTRIBUTE = f"""
  SELECT {ATTRIBUTE_TEXT} FROM catalogue_productattribute t
  JOIN catalogue_productattributevalue a ON a.attribute_id = t.id
  LEFT JOIN catalogue_attributeoption o ON o.id = a.value_option_id WHERE t.code = %s
  UNION ALL
  SELECT o.option FROM catalogue_productattribute t
  JOIN catalogue_attributeoption o ON o.group_id = t.option_group_id WHERE t.code = %s
"""
_OPTION = """
  SELECT p.variant_options ->> %s FROM catalogue_product p
  WHERE jsonb_exists(p.variant_options, %s)
  UNION ALL
  SELECT v.value FROM catalogue_optionvalue v
  JOIN catalogue_optiontype t ON t.id = v.option_type_id WHERE t.code = %s
"""
_TAG = """
  SELECT tag FROM catalogue_product p CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE WHEN jsonb_typeof(p.tags) = 'array' THEN p.tags ELSE '[]'::jsonb END) tag
"""


def values_named(said: Condition) -> list[str]:
    """Return the words that the condition compares with; none where it compares with others."""
    if said.field not in ("attribute", "option", "tag"):
        return []
    return list(said.value if said.field == "tag" else said.value["values"])


def unheard(said: Condition) -> list[str]:
    """Return the values of the condition that neither a product nor the dictionary has."""
    wanted = values_named(said)
    if not wanted:
        return []
    source, params = _source(said)
    sql = f"SELECT DISTINCT said FROM ({source}) s(said) WHERE said = ANY(%s::text[])"
    there = _texts(sql, [*params, wanted])
    return [each for each in wanted if each not in there]


def heard(said: Condition, *, limit: int = 8) -> list[str]:
    """Return the values that most have, of what the condition compares."""
    source, params = _source(said)
    sql = f"""
      SELECT said FROM ({source}) s(said) WHERE said <> ''
      GROUP BY said ORDER BY count(*) DESC, said LIMIT %s
    """
    return _texts(sql, [*params, limit])


def _source(said: Condition) -> tuple[str, list[Any]]:
    if said.field == "tag":
        return _TAG, []
    code = said.value["code"]
    return (_ATTRIBUTE, [code] * 2) if said.field == "attribute" else (_OPTION, [code] * 3)


def _texts(sql: str, params: list[Any]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [row[0] for row in cursor.fetchall()]

"""The conditions of product reads as SQL: written once for lists, counts and facets."""

from dataclasses import dataclass, field
from typing import Any

from commerce.catalogue.selectors.categories import IS_PUBLIC
from commerce.storefront.search import words
from commerce.storefront.selectors.criteria import Criteria

SERVED = """
  storefront_productdocument d
  JOIN catalogue_product p ON p.id = d.product_id AND p.is_public AND p.status = 'approved'
  JOIN partner_partner s ON s.id = p.vendor_id AND s.status = 'approved' AND s.is_open
"""
CURRENT = "(d.price_valid_until IS NULL OR d.price_valid_until > statement_timestamp())"
CATEGORY_ID = f"(SELECT c.id FROM catalogue_category c WHERE c.slug = %s AND {IS_PUBLIC})"
COLLECTION_ID = "(SELECT id FROM catalogue_collection WHERE slug = %s AND is_public)"


@dataclass
class Where:
    """Conditions joined by AND, with their parameters in order."""

    clauses: list[str] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)

    def add(self, clause: str, *params: Any) -> None:
        """Add a condition."""
        self.clauses.append(clause)
        self.params.extend(params)

    @property
    def sql(self) -> str:
        """Return the conditions as SQL."""
        return " AND ".join(self.clauses)


def served(criteria: Criteria) -> Where:
    """Return the conditions of locale, currency and a price that is valid now."""
    where = Where()
    where.add("d.locale = %s AND d.currency = %s", criteria.locale, criteria.currency)
    where.add(CURRENT)
    return where


def plain(criteria: Criteria) -> Where:
    """Return the conditions that are no facets: search, collection, price, made to measure."""
    where = served(criteria)
    if criteria.words is not None:
        where.add("d.search @@ %s::tsquery", words.query(criteria.words))
    if criteria.collection is not None:
        where.add(f"d.collection_ids @> ARRAY[{COLLECTION_ID}]", criteria.collection)
    if criteria.price_min is not None:
        where.add("d.price_min >= %s", criteria.price_min)
    if criteria.price_max is not None:
        where.add("d.price_min <= %s", criteria.price_max)
    if criteria.made_to_measure is not None:
        where.add("d.made_to_measure = %s", criteria.made_to_measure)
    return where


def full(criteria: Criteria) -> Where:
    """Return all conditions; one variant must meet all chosen terms, and lie ready if asked."""
    where = plain(criteria)
    if criteria.category is not None:
        where.add(f"d.category_ids @> ARRAY[{CATEGORY_ID}]", criteria.category)
    if criteria.vendor is not None:
        where.add("s.slug = %s", criteria.vendor)
    if criteria.on_sale is not None:
        where.add("d.on_sale = %s", criteria.on_sale)
    if criteria.in_stock is not None:
        where.add("d.in_stock = %s", criteria.in_stock)
    _add_terms(where, criteria)
    return where


def _add_terms(where: Where, criteria: Criteria) -> None:
    chosen = list(criteria.terms.values())
    for terms in chosen:
        where.add("d.terms && %s::varchar[]", terms)
    if chosen and (len(chosen) > 1 or criteria.in_stock):
        each = " AND ".join(["v.terms && %s::varchar[]"] * len(chosen))
        ready = " AND v.in_stock" if criteria.in_stock else ""
        where.add(
            "EXISTS (SELECT 1 FROM storefront_variantdocument v "
            f"WHERE v.document_id = d.id AND {each}{ready})",
            *chosen,
        )

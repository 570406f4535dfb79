"""Documents ready to store: the answers, what one filters and sorts by, and a fingerprint."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings

from commerce.storefront.composition.attributes import attribute_terms
from commerce.storefront.composition.detail import detail_of, plain_text, sanitised
from commerce.storefront.composition.item import cheapest_of, item_of
from commerce.storefront.composition.sources import Dictionary, Source
from commerce.storefront.composition.story import words_told
from commerce.storefront.composition.variants import Offered, offered_in, option_terms
from commerce.storefront.models import ProductDocument, VariantDocument
from commerce.storefront.search import words

Key = tuple[int, str, str]


@dataclass(frozen=True)
class Composed:
    """A document with the rows of its variants."""

    document: ProductDocument
    variants: list[VariantDocument]

    @property
    def key(self) -> Key:
        """Return product id, locale and currency."""
        return self.document.product_id, self.document.locale, self.document.currency


def compose(source: Source, *, dictionary: Dictionary, at: datetime) -> list[Composed]:
    """Return the documents of a product, one for each locale and currency it is priced in."""
    found = []
    told = {locale: words_told(source.told_in(locale)) for locale in settings.SHOP_LOCALES}
    for currency in settings.SHOP_CURRENCIES:
        offered = offered_in(source, currency=currency, dictionary=dictionary, at=at)
        if offered:
            one = _compose(source, offered, currency, dictionary)
            found += [_in_locale(one, locale, said) for locale, said in told.items()]
    return found


def _compose(
    source: Source, offered: list[Offered], currency: str, dictionary: Dictionary
) -> dict[str, Any]:
    item = item_of(source, offered, currency=currency, dictionary=dictionary)
    detail = detail_of(source, offered, item, currency=currency, dictionary=dictionary)
    variants = [_variant_fields(source, each) for each in offered]
    fields = {
        **_facts(source, dictionary),
        **_sale(source, offered),
        "currency": currency,
        "item": orjson.dumps(item).decode(),
        "detail": orjson.dumps(detail).decode(),
        "terms": sorted({term for each in variants for term in each["terms"]}),
    }
    return {
        "fields": fields, "variants": variants, "places": _places(source, offered, dictionary)
    }  # fmt: skip


def _facts(source: Source, dictionary: Dictionary) -> dict[str, Any]:
    product = source.product
    above = {pk for each in source.category_ids for pk in dictionary.ancestors.get(each, ())}
    return {
        "product_id": product.pk,
        "vendor_id": product.vendor_id,
        "slug": product.slug,
        "title": product.title,
        "category_ids": sorted(above),
        "collection_ids": sorted(source.collection_ids),
        "published_at": product.published_at or product.date_created,
        "popularity": product.popularity,
        "rating": product.rating or 0.0,
        "made_to_measure": product.is_made_to_measure,
    }


def _sale(source: Source, offered: list[Offered]) -> dict[str, Any]:
    ends = [each.valid_until for each in offered if each.valid_until is not None]
    return {
        "price_min": min(each.price for each in offered),
        "price_max": max(each.price for each in offered),
        "price_valid_until": min(ends, default=None),
        "in_stock": any(each.in_stock for each in offered),
        "on_sale": cheapest_of(offered).compare_at is not None,
    }


def _variant_fields(source: Source, offered: Offered) -> dict[str, Any]:
    owners = {source.product.pk, offered.variant.pk}
    terms = option_terms(offered)
    for owner in sorted(owners):
        terms += attribute_terms(source.attributes, owner)
    return {
        "variant_id": offered.variant.pk,
        "sku": offered.record.sku,
        "price": offered.price,
        "in_stock": offered.in_stock,
        "terms": sorted(set(terms)),
    }


def _places(source: Source, offered: list[Offered], dictionary: Dictionary) -> words.Places:
    product = source.product
    ways = [dictionary.ancestors.get(pk, ()) for pk in source.category_ids]
    names = dict.fromkeys(dictionary.categories[pk].name for way in ways for pk in way)
    tags = [str(each) for each in product.tags or []]
    values = dict.fromkeys(value for each in offered for value in each.options.values())
    told = dict.fromkeys(
        term.partition("=")[2] for term in attribute_terms(source.attributes, product.pk)
    )
    return words.places(
        [
            ("A", [product.title]),
            ("B", [product.vendor.name, *names, *tags, *values, *told]),
            ("C", [plain_text(sanitised(product.description or ""))]),
        ]
    )


def _in_locale(one: dict[str, Any], locale: str, told: list[str]) -> Composed:
    fields = {**one["fields"], "search": words.vector(one["places"], told=told)}
    print_of = orjson.dumps([locale, fields, one["variants"]], default=str)
    document = ProductDocument(
        **fields, locale=locale, fingerprint=hashlib.sha256(print_of).hexdigest()
    )
    variants = [VariantDocument(document=document, **each) for each in one["variants"]]
    return Composed(document, variants)

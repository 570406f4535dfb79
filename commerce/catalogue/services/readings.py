"""What a read file says of a product, as facts and as a fingerprint."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from commerce.catalogue.importing import ParsedProduct, ParsedVariant
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts

FINGERPRINT = 1
"""Counted up when the same rows come to mean something else."""


def facts_of(parsed: ParsedProduct, categories: Sequence[Any]) -> ProductFacts:
    """Return the facts of a read product, which goes into these categories."""
    return {
        "title": parsed.title,
        "slug": parsed.slug,
        "description": parsed.description_html,
        "product_class": parsed.type,
        "categories": categories,
        "options": dict(parsed.option_names),
        "variants": [_variant(each) for each in parsed.variants],
        "attributes": {**parsed.attributes, **({"brand": parsed.brand} if parsed.brand else {})},
        "images": [ImageFacts(source_url=each.url, alt=each.alt) for each in parsed.images],
        "tags": list(parsed.tags),
        "seo_title": parsed.seo_title,
        "seo_description": parsed.seo_description,
        "is_made_to_measure": parsed.made_to_measure,
        "import_reference": parsed.handle,
    }


def fingerprint_of(parsed: ParsedProduct) -> str:
    """Return what changes when the product's rows say something else, wherever they stand."""
    said = [FINGERPRINT, list(parsed.option_names), _without_lines(asdict(parsed))]
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _without_lines(said: Any) -> Any:
    if isinstance(said, dict):
        return {name: _without_lines(each) for name, each in said.items() if name != "line"}
    return [_without_lines(each) for each in said] if isinstance(said, list | tuple) else said


def _variant(parsed: ParsedVariant) -> VariantFacts:
    price = PriceFacts(parsed.price, parsed.compare_at_price) if parsed.price else None
    return VariantFacts(
        options=dict(parsed.options),
        sku=parsed.sku,
        prices={parsed.currency: price},
        stock=parsed.stock,
        is_tracked=parsed.track_stock,
        allow_backorder=parsed.continue_selling,
        gtin=parsed.gtin,
        weight_g=parsed.weight_g,
    )

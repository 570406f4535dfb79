"""Ordinary new products in a handful of statements: what `create_product` writes, many rows at once.

Whatever is not ordinary is left to it, and so is whatever the constraints refuse.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.utils.text import slugify

from commerce.catalogue.exceptions import FactRefused
from commerce.catalogue.importing.skus import derive_sku
from commerce.catalogue.models import (
    Product,
    ProductAttributeValue,  # type: ignore[attr-defined]
    ProductCategory,  # type: ignore[attr-defined]
    ProductImage,
)
from commerce.catalogue.services import changes, details, dictionary, variants, wording
from commerce.catalogue.services.facts import ProductFacts, VariantFacts
from commerce.catalogue.services.memory import Memory
from commerce.partner.models import Partner, Price, StockRecord


def is_ordinary(facts: ProductFacts) -> bool:
    """Tell whether `plant` may write such a product: nothing about it needs a second look."""
    return (
        bool(facts["title"].strip())
        and slugify(facts["slug"]) == facts["slug"]
        and all(_is_ordinary(each) for each in facts["variants"])
    )


def plant(
    *, vendor: Partner, facts: ProductFacts, at: datetime, is_live: bool, memory: Memory
) -> Product | None:
    """Write the product in the transaction of the caller and tell `product.changed`.

    The answer is None, and nothing is written, where its address is taken.

    :raises FactRefused: when a fact does not fit; the reason says which.
    :raises IntegrityError: when something of it is taken: try `create_product`.
    """
    options, matrix = dict(facts["options"]), list(facts["variants"])
    variants.require_matrix(options, matrix)
    slugs = memory.get("slugs", _slugs)
    if facts["slug"] in slugs:
        return None
    family = memory.get(
        ("class", facts["product_class"]), partial(dictionary.product_class, facts["product_class"])
    )
    product = Product(
        structure="parent" if options else "standalone",
        product_class=family,
        vendor=vendor,
        slug=facts["slug"],
        option_types=[{"code": code, "name": name} for code, name in options.items()],
        is_public=is_live,
        status=Product.Status.APPROVED if is_live else Product.Status.DRAFT,
        published_at=at if is_live else None,
        **details.own_fields(facts),
    )
    if not options:
        product.gtin, product.weight_g = matrix[0].gtin, matrix[0].weight_g
    Product.objects.bulk_create([product])
    slugs.add(product.slug)
    ProductCategory.objects.bulk_create(
        [ProductCategory(product=product, category=each) for each in facts["categories"]]
    )
    _write_attributes(product, family, facts, memory)
    _learn(options, matrix, memory)
    _write_stock(vendor, _children(product, matrix) if options else [product], matrix, product.slug)
    _write_images(product, facts)
    changes.product_changed([product.pk])
    return product


def _is_ordinary(facts: VariantFacts) -> bool:
    prices = facts.prices.items()
    return not facts.sku.startswith("~") and all(
        currency in settings.SHOP_CURRENCIES
        and (price is None or 0 < price.amount < (price.compare_at or price.amount + 1))
        for currency, price in prices
    )


def _slugs() -> set[str]:
    return set(Product.objects.canonical().values_list("slug", flat=True))


def _write_attributes(product: Product, family: Any, facts: ProductFacts, memory: Memory) -> None:
    rows = []
    for name, value in facts["attributes"].items():
        code, text = dictionary.attribute_code(name), str(value)
        known = memory.get(("attribute", family.pk, code), partial(_attribute, family, code))
        row = ProductAttributeValue(product=product, attribute=known)
        if known.type == "option":
            row.value_option = memory.get(
                ("choice", known.pk, text[:255]), partial(dictionary.choice, known, text[:255])
            )
        elif known.type == "text":
            row.value_text = wording.attribute(text, code=code)
        else:
            raise FactRefused(f"{known.name} is neither a text nor a choice.")
        rows.append(row)
    ProductAttributeValue.objects.bulk_create(rows)


def _attribute(family: Any, code: str) -> Any:
    return dictionary.attributes_of(family, [code])[code]


def _learn(options: dict[str, str], matrix: Sequence[VariantFacts], memory: Memory) -> None:
    pairs = {(code, each.options[code]) for code in options for each in matrix}
    if all(memory.has(("option", pair)) for pair in pairs):
        return
    dictionary.learn_options(
        options, {code: [each.options[code] for each in matrix] for code in options}
    )
    for pair in pairs:
        memory.get(("option", pair), lambda: True)


def _children(product: Product, matrix: Sequence[VariantFacts]) -> list[Product]:
    return Product.objects.bulk_create(
        Product(
            structure="child",
            parent=product,
            title="",
            slug=f"{product.slug}-{place + 1}"[:255],
            variant_options=dict(facts.options),
            variant_position=place,
            gtin=facts.gtin,
            weight_g=facts.weight_g,
            is_public=True,
        )
        for place, facts in enumerate(matrix)
    )


def _write_stock(
    vendor: Partner, sold: Sequence[Product], matrix: Sequence[VariantFacts], slug: str
) -> None:
    own = [each.sku or derive_sku(vendor.slug, slug, each.options) for each in matrix]
    foreign = set(
        StockRecord.objects.filter(sku__in=own)
        .exclude(partner=vendor)
        .values_list("sku", flat=True)
    )
    records = StockRecord.objects.bulk_create(
        StockRecord(
            product=variant,
            partner=vendor,
            sku=f"{vendor.slug}.{sku}"[:128] if sku in foreign else sku,
            partner_sku=sku,
            num_in_stock=facts.stock or 0,
            is_tracked=facts.is_tracked,
            allow_backorder=facts.allow_backorder,
        )
        for variant, sku, facts in zip(sold, own, matrix, strict=True)
    )
    Price.objects.bulk_create(
        Price(
            stockrecord=record,
            currency=currency,
            amount=price.amount,
            compare_at_amount=price.compare_at,
        )
        for record, facts in zip(records, matrix, strict=True)
        for currency, price in facts.prices.items()
        if price is not None
    )


def _write_images(product: Product, facts: ProductFacts) -> None:
    made = ProductImage.objects.bulk_create(
        ProductImage(
            product=product, source_url=each.source_url, caption=each.alt[:200], display_order=place
        )
        for place, each in enumerate(facts["images"])
    )
    changes.images_waiting([each.pk for each in made])

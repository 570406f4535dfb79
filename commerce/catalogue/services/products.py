"""Products come into the catalogue: a product with its variants, stock and prices, all or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from commerce.catalogue.exceptions import (
    FactRefused,
    PriceRefused,
    SkuTaken,
    UnknownCurrency,
    VariantsRefused,
)
from commerce.catalogue.importing.skus import derive_sku
from commerce.catalogue.models import Product, ProductAttributeValue, ProductImage
from commerce.catalogue.policies import require_can_keep
from commerce.catalogue.services import changes, descriptions, dictionary
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.partner.models import Partner, Price, StockRecord

MAX_SLUG = 200


@transaction.atomic
def create_product(
    *, vendor: Partner, facts: ProductFacts, by: Any, at: datetime, is_live: bool = False
) -> Product:
    """Write a product of the vendor, as a draft or live at once, and tell `product.changed`.

    `by` None is the system itself.

    :raises NotYourProduct: when the person may not keep the vendor's products.
    :raises FactRefused: when a fact does not fit; the reason says which.
    """
    require_can_keep(by, vendor)
    variants = list(facts.get("variants") or [])
    options = dict(facts.get("options") or {})
    require_matrix(options, variants)
    family = dictionary.product_class(facts.get("product_class", ""))
    product = _row(vendor, facts, options, family)
    if is_live:
        product.status, product.published_at = Product.Status.APPROVED, at
    product.is_public = is_live
    product.save()
    product.categories.set(facts.get("categories") or [])
    write_attributes(product, family, facts.get("attributes") or {})
    _write_variants(product, options, variants)
    write_images(product, facts.get("images") or [])
    changes.product_changed([product.pk])
    return product


def free_slug(wanted: str) -> str:
    """Return the slug, suffixed by the next number if another product has it."""
    base = (slugify(wanted) or "product")[:MAX_SLUG]
    taken = set(
        Product.objects.canonical().filter(slug__startswith=base).values_list("slug", flat=True)
    )
    number, slug = 2, base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _row(vendor: Partner, facts: ProductFacts, options: Mapping[str, str], family: Any) -> Product:
    title = " ".join(facts.get("title", "").split())
    if not title:
        raise FactRefused("A product needs a title.", pointer="/title")
    return Product(
        structure="parent" if options else "standalone",
        product_class=family,
        vendor=vendor,
        title=title[:255],
        slug=free_slug(facts.get("slug") or title),
        description=descriptions.cleaned(facts.get("description", "")),
        meta_title=facts.get("seo_title", "")[:255],
        meta_description=facts.get("seo_description", ""),
        tags=list(facts.get("tags") or []),
        option_types=[{"code": code, "name": name} for code, name in options.items()],
        is_made_to_measure=facts.get("is_made_to_measure", False),
        lead_time_days=facts.get("lead_time_days"),
        import_reference=facts.get("import_reference", ""),
        popularity=facts.get("popularity", 0),
    )


def require_matrix(options: Mapping[str, str], variants: Sequence[VariantFacts]) -> None:
    """Refuse variants that do not fill the options, each combination once.

    :raises VariantsRefused: with the reason.
    """
    if not variants:
        raise VariantsRefused("A product needs something to sell.", pointer="/variants")
    if not options and len(variants) > 1:
        raise VariantsRefused("Without options there is one variant.", pointer="/variants")
    seen = [tuple(sorted(each.options.items())) for each in variants]
    if len(set(seen)) < len(seen):
        raise VariantsRefused("Two variants have the same options.", pointer="/variants")
    if any(set(each.options) != set(options) for each in variants):
        raise VariantsRefused("Every variant needs a value for each option.", pointer="/variants")


def write_attributes(product: Product, family: Any, facts: Mapping[str, Any]) -> None:
    """Write attribute values of a product that has none of these codes; empty ones are left out."""
    said = {dictionary.attribute_code(code): each for code, each in facts.items() if each}
    known = dictionary.attributes_of(family, said)
    rows = []
    for code, value in said.items():
        row = ProductAttributeValue(product=product, attribute=known[code])
        if known[code].type == "option":
            row.value_option = dictionary.choice(known[code], str(value)[:255])
        else:
            row.value_text = str(value)
        rows.append(row)
    ProductAttributeValue.objects.bulk_create(rows)


def _write_variants(
    product: Product, options: Mapping[str, str], variants: Sequence[VariantFacts]
) -> None:
    values = {code: [each.options[code] for each in variants] for code in options}
    dictionary.learn_options(dict(options), values)
    for place, facts in enumerate(variants):
        add_variant(product, facts, place)


def add_variant(product: Product, facts: VariantFacts, place: int) -> None:
    """Write a variant of the product with its stock record and prices.

    :raises SkuTaken: when another variant of the vendor has its SKU.
    :raises PriceRefused: when a price is not above zero.
    """
    variant = _child(product, facts, place) if product.option_types else _alone(product, facts)
    _write_stock(product, variant, facts)


def _child(product: Product, facts: VariantFacts, place: int) -> Product:
    child = Product(
        structure="child",
        parent=product,
        title="",
        slug=f"{product.slug}-{place + 1}"[-255:],
        variant_options=dict(facts.options),
        variant_position=place,
        gtin=facts.gtin,
        weight_g=facts.weight_g,
        lead_time_days=facts.lead_time_days,
        is_public=True,
    )
    child.save()
    return child


def _alone(product: Product, facts: VariantFacts) -> Product:
    product.gtin, product.weight_g = facts.gtin, facts.weight_g
    product.save(update_fields=["gtin", "weight_g"])
    return product


def _write_stock(product: Product, variant: Product, facts: VariantFacts) -> None:
    vendor = product.vendor
    assert vendor is not None
    own = facts.sku or derive_sku(vendor.slug, product.slug, facts.options)
    try:
        with transaction.atomic():
            record = StockRecord.objects.create(
                product=variant,
                partner=vendor,
                sku=_public_sku(vendor, own),
                partner_sku=own,
                num_in_stock=facts.stock or 0,
                is_tracked=facts.is_tracked,
                allow_backorder=facts.allow_backorder,
            )
    except IntegrityError:
        raise SkuTaken(f"Another product of {vendor.name} has the SKU {own}.") from None
    for currency, price in facts.prices.items():
        if price is not None:
            write_price(record, currency, price)


def _public_sku(vendor: Partner, own: str) -> str:
    foreign = StockRecord.objects.filter(sku=own).exclude(partner=vendor).exists()
    return f"{vendor.slug}.{own}"[:128] if foreign else own


def write_price(record: StockRecord, currency: str, price: PriceFacts) -> None:
    """Write the price of a variant in a currency it has none in.

    :raises UnknownCurrency: when the shop does not sell in it.
    :raises PriceRefused: when it is not above zero or the earlier price not above it.
    """
    require_price(record, currency, price)
    Price.objects.create(
        stockrecord=record,
        currency=currency,
        amount=price.amount,
        compare_at_amount=price.compare_at,
    )


def require_price(record: StockRecord, currency: str, price: PriceFacts) -> None:
    """Refuse a price that cannot be.

    :raises UnknownCurrency: when the shop does not sell in its currency.
    :raises PriceRefused: when it is not above zero or the earlier price not above it.
    """
    if currency not in settings.SHOP_CURRENCIES:
        raise UnknownCurrency(f"The shop does not sell in {currency}.")
    if price.amount <= 0:
        raise PriceRefused(f"The price of {record.sku} must be above zero.")
    if price.compare_at is not None and price.compare_at <= price.amount:
        raise PriceRefused(f"The earlier price of {record.sku} must be above its price.")


def write_images(product: Product, images: Sequence[ImageFacts]) -> None:
    """Write the pictures of a product that has none; those with an address only are queued."""
    rows = [
        ProductImage(
            product=product,
            image=each.picture,
            source_url=each.source_url,
            caption=each.alt[:200],
            display_order=place,
        )
        for place, each in enumerate(images)
    ]
    made = ProductImage.objects.bulk_create(rows)
    changes.images_waiting([each.pk for each in made if each.source_url])

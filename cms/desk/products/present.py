"""What the forms show of a product before anybody writes into them."""

from typing import Any

from django.conf import settings
from django.db.models import Q

from commerce.catalogue.models import Product, ProductAttributeValue  # type: ignore[attr-defined]
from commerce.catalogue.services.details import words_of
from commerce.partner.models import StockRecord

NEW: dict[str, Any] = {"product_class": "Clothes", "option_0": "Size"}


def own(product: Product | None) -> dict[str, Any]:
    """Return what the form of the product itself shows."""
    if product is None:
        return NEW
    values = ProductAttributeValue.objects.filter(product=product)
    rows = values.select_related("attribute", "value_option")
    return {
        "seen": product.date_updated.isoformat(),
        "title": product.title,
        "slug": product.slug,
        "product_class": product.product_class.name if product.product_class else "",
        "description": product.description,
        "categories": list(product.categories.values_list("pk", flat=True)),
        "is_made_to_measure": product.is_made_to_measure,
        "lead_time_days": product.lead_time_days,
        "seo_title": product.meta_title or "",
        "seo_description": product.meta_description or "",
        **{f"attribute_{row.attribute.code}": words_of(row) for row in rows},
        **{f"option_{n}": each["name"] for n, each in enumerate(product.option_types)},
    }


def pictures(product: Product | None) -> list[dict[str, Any]]:
    """Return what the rows of the pictures show."""
    if product is None:
        return []
    rows = product.images.select_related("image").order_by("display_order", "pk")
    return [{"row": row.pk, "picture": row.image, "alt": row.caption} for row in rows]


def variants(product: Product | None) -> list[dict[str, Any]]:
    """Return what the rows of the variants on sale show; one empty row of a new product."""
    if product is None:
        return [{}]
    codes = [each["code"] for each in product.option_types]
    return [_variant(record, codes) for record in records_of(product) if record.product.is_public
            or record.product_id == product.pk]  # fmt: skip


def hidden(product: Product | None) -> list[StockRecord]:
    """Return the variants that are sold no longer and kept for those who bought them."""
    if product is None:
        return []
    found = records_of(product)
    return [each for each in found if each.product_id != product.pk and not each.product.is_public]


def records_of(product: Product) -> list[StockRecord]:
    """Return the stock records of the variants, in order."""
    rows = StockRecord.objects.filter(Q(product=product) | Q(product__parent=product))
    rows = rows.select_related("product").prefetch_related("prices")
    return list(rows.order_by("product__variant_position", "product_id"))


def _variant(record: StockRecord, codes: list[str]) -> dict[str, Any]:
    prices = {each.currency: each for each in record.prices.all()}
    found: dict[str, Any] = {
        "variant": record.product_id,
        "sku": record.partner_sku,
        "stock": record.num_in_stock,
    }
    for place, code in enumerate(codes):
        found[f"option_{place}"] = record.product.variant_options.get(code, "")
    for currency in settings.SHOP_CURRENCIES:
        if currency in prices:
            found[f"price_{currency}"] = prices[currency].amount
            found[f"earlier_{currency}"] = prices[currency].compare_at_amount
    return found

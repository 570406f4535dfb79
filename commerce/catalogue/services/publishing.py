"""Products go on sale, off sale, out of the way and back, and are copied."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commerce.catalogue.exceptions import NothingToSell, ProductArchived, WrongProductState
from commerce.catalogue.models import (
    Product,
    ProductAttributeValue,  # type: ignore[attr-defined]
    ProductImage,
)
from commerce.catalogue.policies import require_can_keep, require_can_moderate
from commerce.catalogue.services import products
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.partner.models import Price, StockRecord

Status = Product.Status


@transaction.atomic
def publish(*, product_id: int, by: Any, at: datetime) -> Product:
    """Put the product on sale; one on sale already stays as it is.

    :raises ProductArchived: when it is archived.
    :raises NothingToSell: when no variant has a price.
    """
    product = _locked_for_staff(product_id, by)
    _require_not_archived(product)
    if not Price.objects.filter(stockrecord__in=_records_on_sale(product)).exists():
        raise NothingToSell
    return _move(product, "product.published", Status.APPROVED, True, by, at)


@transaction.atomic
def unpublish(*, product_id: int, by: Any, at: datetime) -> Product:
    """Take the product off sale; one that is not on sale stays as it is.

    :raises ProductArchived: when it is archived.
    """
    product = _locked_for_staff(product_id, by)
    _require_not_archived(product)
    return _move(product, "product.unpublished", product.status, False, by, at)


@transaction.atomic
def archive(*, product_id: int, by: Any, at: datetime) -> Product:
    """Take the product off sale and out of the way; an archived one stays as it is."""
    product = _locked_for_staff(product_id, by)
    return _move(product, "product.archived", Status.ARCHIVED, False, by, at)


@transaction.atomic
def restore(*, product_id: int, by: Any, at: datetime) -> Product:
    """Make an archived product a draft again.

    :raises WrongProductState: unless it is archived.
    """
    product = _locked_for_staff(product_id, by)
    if product.status != Status.ARCHIVED:
        raise WrongProductState("Only an archived product is restored.")
    return _move(product, "product.restored", Status.DRAFT, False, by, at)


@transaction.atomic
def duplicate(*, product_id: int, by: Any, at: datetime) -> Product:
    """Write a draft with everything the product says, another address, SKUs of its own, no stock.

    :raises NotYourProduct: when the person may not keep the vendor's products.
    """
    source = products.locked(product_id)
    require_can_keep(by, source.vendor)
    assert source.vendor is not None
    copy = products.create_product(vendor=source.vendor, facts=_facts(source), by=by, at=at)
    _copy_attributes(source, copy)
    return copy


def _locked_for_staff(product_id: int, by: Any) -> Product:
    require_can_moderate(by)
    return products.locked(product_id)


def _require_not_archived(product: Product) -> None:
    if product.status == Status.ARCHIVED:
        raise ProductArchived


def _move(
    product: Product, action: str, status: str, is_public: bool, by: Any, at: datetime
) -> Product:
    before = {"status": str(product.status), "is_public": product.is_public}
    after = {"status": str(status), "is_public": is_public}
    if before == after:
        return product
    product.status, product.is_public = status, is_public
    if is_public and product.published_at is None:
        product.published_at = at
    product.save(update_fields=["status", "is_public", "published_at", "date_updated"])
    products.record(product, action, by, at, before, after)
    return product


def _records_on_sale(product: Product) -> Any:
    if product.structure == Product.PARENT:
        return StockRecord.objects.filter(product__parent=product, product__is_public=True)
    return StockRecord.objects.filter(product=product)


def _facts(source: Product) -> ProductFacts:
    images = ProductImage.objects.filter(product=source).select_related("image")
    records = _records_on_sale(source).select_related("product").prefetch_related("prices")
    rows = list(records.order_by("product__variant_position", "product_id"))
    options = {each["code"]: each["name"] for each in source.option_types} if rows else {}
    return {
        "title": f"Copy of {source.title}",
        "slug": source.slug,
        "description": source.description,
        "product_class": source.product_class.name if source.product_class else "",
        "categories": list(source.categories.order_by("productcategory__pk")),
        "options": options if source.structure == Product.PARENT else {},
        "variants": [_variant(each) for each in rows] or [VariantFacts()],
        "images": [
            ImageFacts(picture=each.image, source_url=each.source_url, alt=each.caption)
            for each in images.order_by("display_order", "pk")
        ],
        "tags": source.tags,
        "seo_title": source.meta_title or "",
        "seo_description": source.meta_description or "",
        "is_made_to_measure": source.is_made_to_measure,
        "lead_time_days": source.lead_time_days,
    }


def _variant(record: StockRecord) -> VariantFacts:
    variant = record.product
    return VariantFacts(
        options=variant.variant_options,
        prices={
            each.currency: PriceFacts(each.amount, each.compare_at_amount)
            for each in record.prices.all()
        },
        stock=0,
        is_tracked=record.is_tracked,
        allow_backorder=record.allow_backorder,
        gtin=variant.gtin,
        weight_g=variant.weight_g,
        lead_time_days=variant.lead_time_days if variant.structure == Product.CHILD else None,
    )


def _copy_attributes(source: Product, copy: Product) -> None:
    if copy.product_class_id != source.product_class_id:
        copy.product_class = source.product_class
        copy.save(update_fields=["product_class"])
    for row in ProductAttributeValue.objects.filter(product=source):
        chosen = list(row.value_multi_option.all())
        row.pk, row.product = None, copy
        row.save(force_insert=True)
        row.value_multi_option.set(chosen)

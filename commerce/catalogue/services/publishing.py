"""A product's life: on sale, off sale, put away, taken out again, and copied."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commerce.catalogue.exceptions import NothingToSell, ProductArchived, WrongProductState
from commerce.catalogue.models import Product
from commerce.catalogue.policies import require_can_keep, require_can_moderate
from commerce.catalogue.services import changes, products
from commerce.catalogue.services.copying import facts_of
from commerce.partner.models import Partner, Price
from common import audit
from common.exceptions import NotFound

Status = Product.Status


@transaction.atomic
def publish(*, product_id: int, by: Any, at: datetime) -> Product:
    """Put a product on sale; one that is on sale stays so.

    :raises NotYourCatalogue: when the person may not moderate.
    :raises ProductArchived: when it was put away.
    :raises NothingToSell: when no variant has a price.
    """
    require_can_moderate(by)
    product = locked(product_id)
    if product.status == Status.ARCHIVED:
        raise ProductArchived
    if not Price.objects.filter(stockrecord__product_id__in=family_of(product)).exists():
        raise NothingToSell
    return _set(
        product, "product.published", by, at,
        status=Status.APPROVED, is_public=True, published_at=product.published_at or at,
    )  # fmt: skip


@transaction.atomic
def unpublish(*, product_id: int, by: Any, at: datetime) -> Product:
    """Take a product off sale, at the commit.

    :raises NotYourProduct: when the person may not keep it.
    """
    product = locked(product_id)
    require_can_keep(by, product.vendor)
    return _set(product, "product.unpublished", by, at, is_public=False)


@transaction.atomic
def archive(*, product_id: int, by: Any, at: datetime) -> Product:
    """Put a product away, one with orders too: it is sold no more and its past stays.

    :raises NotYourCatalogue: when the person may not moderate.
    """
    require_can_moderate(by)
    product = locked(product_id)
    return _set(product, "product.archived", by, at, status=Status.ARCHIVED, is_public=False)


@transaction.atomic
def restore(*, product_id: int, by: Any, at: datetime) -> Product:
    """Take a product out again, as a draft.

    :raises NotYourCatalogue: when the person may not moderate.
    :raises WrongProductState: when it was not put away.
    """
    require_can_moderate(by)
    product = locked(product_id)
    if product.status != Status.ARCHIVED:
        raise WrongProductState(f"{product.title} is not archived.")
    return _set(product, "product.restored", by, at, status=Status.DRAFT)


@transaction.atomic
def duplicate(*, product_id: int, by: Any, at: datetime) -> Product:
    """Copy a product as a draft under a fresh slug, with its pictures and prices, without stock.

    :raises NotYourProduct: when the person may not keep the vendor's products.
    """
    product = locked(product_id)
    copy = products.create_product(vendor=owner_of(product), facts=facts_of(product), by=by, at=at)
    audit.record(
        actor=by, action="product.duplicated", subject=copy, at=at, before={"of": product.slug}
    )
    return copy


def locked(product_id: int) -> Product:
    """Return the product, never a variant, its row locked.

    :raises NotFound: when there is none.
    """
    rows = Product.objects.canonical().select_for_update(of=("self",)).select_related("vendor")
    product = rows.filter(pk=product_id).first()
    if product is None:
        raise NotFound
    return product


def owner_of(product: Product) -> Partner:
    """Return the vendor of a product; the database lets no product be without one."""
    if product.vendor is None:
        raise NotFound
    return product.vendor


def family_of(product: Product) -> list[int]:
    """Return the ids of the product and its variants."""
    return [product.pk, *product.children.values_list("pk", flat=True)]


def _set(product: Product, action: str, by: Any, at: datetime, **fields: Any) -> Product:
    before = {name: str(getattr(product, name)) for name in fields}
    after = {name: str(each) for name, each in fields.items()}
    if before == after:
        return product
    for name, each in fields.items():
        setattr(product, name, each)
    product.save(update_fields=[*fields, "date_updated"])
    audit.record(
        actor=by, action=action, subject=product, at=at, before=before, after=after,
        vendor_slug=product.vendor.slug if product.vendor else "",
    )  # fmt: skip
    changes.product_changed([product.pk])
    return product

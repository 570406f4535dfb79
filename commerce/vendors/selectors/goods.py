"""What a vendor has: its profile, its products, its stock."""

from typing import Any

from django.db.models import QuerySet

from commerce.catalogue.models import Product
from commerce.partner.models import Partner, StockRecord
from common.utils.text import plain


def profile_as_data(vendor: Partner) -> dict[str, Any]:
    """Return the vendor as its members see it."""
    return {
        "id": vendor.public_id,
        "slug": vendor.slug,
        "name": plain(vendor.name),
        "status": vendor.status,
        "is_open": vendor.is_open,
        "description": plain(vendor.description),
        "city": plain(vendor.city),
        "country": vendor.country,
        "email": vendor.email,
        "phone": vendor.phone,
        "commission_rate": str(vendor.commission_rate),
        "created_at": vendor.created_at,
    }


def products_of(vendor: Partner) -> QuerySet[Product]:
    """Return the vendor's products in every state, variants left out, the newest first."""
    found = Product.objects.filter(vendor=vendor).exclude(structure="child")
    return found.prefetch_related("stockrecords", "children__stockrecords").order_by("-id")


def product_as_data(product: Product) -> dict[str, Any]:
    """Return a product as its vendor sees it."""
    records = [
        record for each in (product, *product.children.all()) for record in each.stockrecords.all()
    ]
    return {
        "slug": product.slug,
        "title": plain(product.title),
        "status": product.status,
        "variants": [{"sku": each.sku, "in_stock": each.num_in_stock} for each in records],
    }


def stock_of(vendor: Partner) -> QuerySet[StockRecord]:
    """Return the vendor's stock by SKU."""
    found = StockRecord.objects.filter(partner=vendor)
    return found.select_related("product__parent").order_by("sku")


def stock_as_data(record: StockRecord) -> dict[str, Any]:
    """Return the stock of one SKU."""
    return {
        "sku": record.sku,
        "title": plain(record.product.get_title()),
        "quantity": record.num_in_stock,
        "allocated": record.num_allocated,
        "reserved": record.num_reserved,
        "available": max(record.net_stock_level, 0),
    }

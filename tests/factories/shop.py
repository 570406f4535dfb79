"""Vendors, categories and products."""

import itertools
from decimal import Decimal
from typing import Any

from django.utils import timezone

from commerce.catalogue.models import Category, OptionType, OptionValue, Product
from commerce.partner.models import Partner, Price, StockRecord
from commerce.shipping.models import VendorShippingMethod, VendorShippingRate
from commerce.vendors.models import Member
from tests.factories.people import make_user

_numbers = itertools.count(1)


def make_vendor(*, owner: Any = None, shipping: str | None = "1500.00", **fields: Any) -> Partner:
    """Make an approved, open vendor with an owner and one way of sending."""
    number = next(_numbers)
    fields.setdefault("slug", f"vendor-{number}")
    fields.setdefault("name", f"Vendor {number}")
    fields.setdefault("email", f"{fields['slug']}@example.com")
    vendor = Partner.objects.create(
        **{"status": Partner.Status.APPROVED, "code": fields["slug"], **fields}
    )
    Member.objects.create(vendor=vendor, user=owner or make_user(), role=Member.Role.OWNER)
    if shipping is not None:
        method = VendorShippingMethod.objects.create(
            vendor=vendor, code="standard", name="Standard delivery"
        )
        for currency in ("NGN", "USD", "GBP"):
            VendorShippingRate.objects.create(
                method=method, currency=currency, amount=Decimal(shipping)
            )
    return vendor


def make_category(*, name: str = "", parent: Category | None = None, **fields: Any) -> Category:
    """Make a public category, at the root unless a parent is given."""
    number = next(_numbers)
    fields = {"name": name or f"Category {number}", "slug": f"category-{number}", **fields}
    if parent is None:
        return Category.add_root(**fields)
    return parent.add_child(**fields)


def make_product(
    *,
    vendor: Partner | None = None,
    price: str = "10000.00",
    currency: str = "NGN",
    stock: int = 10,
    options: dict[str, list[str]] | None = None,
    categories: tuple[Category, ...] = (),
    compare_at: str | None = None,
    **fields: Any,
) -> Product:
    """Make an approved, public product; `options` such as {"size": ["S", "M"]} makes variants.

    SKUs are `SKU-<n>` or `SKU-<n>-S`; every variant has the same price and stock.
    """
    number = next(_numbers)
    product_class = _product_class()
    product = Product.objects.create(
        structure="parent" if options else "standalone",
        product_class=product_class,
        vendor=vendor or make_vendor(),
        **{
            "title": f"Product {number}",
            "slug": f"product-{number}",
            "status": Product.Status.APPROVED,
            "published_at": timezone.now(),
            "option_types": [{"code": code, "name": code.title()} for code in (options or {})],
            **fields,
        },
    )
    for category in categories:
        product.categories.add(category)
    if not options:
        _stock(product, product.vendor, f"SKU-{number}", stock, price, currency, compare_at)
        return product
    for code, values in options.items():
        kind, _ = OptionType.objects.get_or_create(code=code, defaults={"name": code.title()})
        for place, value in enumerate(values):
            OptionValue.objects.get_or_create(
                option_type=kind, value=value, defaults={"position": place}
            )
    for place, values in enumerate(itertools.product(*options.values())):
        child = Product.objects.create(
            structure="child",
            parent=product,
            slug=f"{product.slug}-{'-'.join(values).lower()}",
            variant_options=dict(zip(options, values, strict=True)),
            variant_position=place,
        )
        sku = f"SKU-{number}-{'-'.join(values)}"
        _stock(child, product.vendor, sku, stock, price, currency, compare_at)
    return product


def _product_class() -> Any:
    from commerce.catalogue.models import ProductClass  # type: ignore[attr-defined]

    return ProductClass.objects.get_or_create(name="Clothes", defaults={"slug": "clothes"})[0]


def _stock(
    variant: Product,
    vendor: Any,
    sku: str,
    stock: int,
    price: str,
    currency: str,
    compare_at: str | None,
) -> StockRecord:
    record = StockRecord.objects.create(
        product=variant, partner=vendor, sku=sku, partner_sku=sku, num_in_stock=stock
    )
    Price.objects.create(
        stockrecord=record,
        currency=currency,
        amount=Decimal(price),
        compare_at_amount=Decimal(compare_at) if compare_at else None,
    )
    return record

"""What is said of a product at one moment, comparable and fit for the audit log."""

from typing import Any

from commerce.catalogue.models import (
    Product,
    ProductAttributeValue,  # type: ignore[attr-defined]
    ProductCategory,  # type: ignore[attr-defined]
    ProductImage,
)
from commerce.catalogue.services.details import words_of
from commerce.partner.models import Price, StockRecord

OWN = (
    "title", "slug", "description", "meta_title", "meta_description", "tags", "option_types",
    "is_made_to_measure", "lead_time_days", "structure", "status", "is_public",
    "import_reference", "popularity", "product_class_id",
)  # fmt: skip


def of(product_id: int) -> dict[str, Any]:
    """Return everything that is said of the product, as JSON."""
    product = Product.objects.get(pk=product_id)
    return {
        **{name: getattr(product, name) for name in OWN},
        "categories": list(
            ProductCategory.objects.filter(product=product)
            .order_by("pk")
            .values_list("category__slug", flat=True)
        ),
        "attributes": {row.attribute.code: words_of(row) for row in _attributes(product)},
        "images": [
            [row.image_id or row.source_url, row.caption]
            for row in ProductImage.objects.filter(product=product).order_by("display_order", "pk")
        ],
        "variants": _variants(product),
    }


def difference(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Return what was and what is, of what changed; of variants those alone."""
    names = [name for name in after if before[name] != after[name]]
    was, now = ({name: side[name] for name in names} for side in (before, after))
    if "variants" in names:
        changed = _differing(before["variants"], after["variants"])
        for side, whole in ((was, before), (now, after)):
            found = {key: each for key, each in whole["variants"].items() if key in changed}
            side["variants"] = found
    return was, now


def _differing(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    keys = before.keys() | after.keys()
    return {key for key in keys if before.get(key) != after.get(key)}


def _attributes(product: Product) -> Any:
    rows = ProductAttributeValue.objects.filter(product=product)
    return rows.select_related("attribute", "value_option").order_by("attribute__code")


def _variants(product: Product) -> dict[str, Any]:
    rows = [product, *Product.objects.filter(parent=product).order_by("pk")]
    records = {each.product_id: each for each in StockRecord.objects.filter(product__in=rows)}
    prices: dict[int, dict[str, list[str | None]]] = {}
    for each in Price.objects.filter(stockrecord__in=list(records.values())).order_by("currency"):
        earlier = str(each.compare_at_amount) if each.compare_at_amount is not None else None
        prices.setdefault(each.stockrecord_id, {})[each.currency] = [str(each.amount), earlier]
    return {
        str(row.pk): _variant(row, records.get(row.pk), prices)
        for row in rows
        if row.pk in records or row.structure == Product.CHILD
    }


def _variant(row: Product, record: StockRecord | None, prices: dict[int, Any]) -> dict[str, Any]:
    said = {
        "options": row.variant_options,
        "is_public": row.is_public,
        "position": row.variant_position,
        "gtin": row.gtin,
        "weight_g": row.weight_g,
        "lead_time_days": row.lead_time_days,
    }
    if record:
        said |= {
            "sku": record.partner_sku,
            "stock": record.num_in_stock,
            "is_tracked": record.is_tracked,
            "allow_backorder": record.allow_backorder,
            "prices": prices.get(record.pk, {}),
        }
    return said

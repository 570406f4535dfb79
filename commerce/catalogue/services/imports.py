"""Products of a file go in, each by itself: new ones written, known ones changed where they differ."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from commerce.catalogue.importing import ParsedFile, ParsedProduct, ParsedVariant, RowProblem
from commerce.catalogue.models import Category, Product, ProductImage
from commerce.catalogue.services import products, publishing
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.partner.models import Partner
from common.exceptions import Refusal


@dataclass
class Report:
    """How an import went: handles by what became of them, and what there is to say."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[RowProblem] = field(default_factory=list)
    refused_products: int = 0


def import_parsed(
    *,
    parsed: ParsedFile,
    vendor: Partner,
    at: datetime,
    is_trial: bool = False,
    tell: Callable[[int], None] = lambda done: None,
) -> Report:
    """Write every product of a read file, or change the vendor's product of that handle.

    With `is_trial` everything is tried and nothing kept. `tell` hears how many are done.
    """  # fmt: skip
    report = Report()
    for refusal in parsed.refused:
        report.refused += refusal.problems
        report.refused_products += 1
    rows = Product.objects.filter(vendor=vendor).exclude(import_reference="")
    known = dict(rows.values_list("import_reference", "pk"))
    for done, each in enumerate(parsed.products, 1):
        _import_one(each, known.get(each.handle), vendor, at, is_trial, report)
        tell(done)
    return report


def _import_one(
    parsed: ParsedProduct, product_id: int | None, vendor: Partner, at: datetime,
    is_trial: bool, report: Report,
) -> None:  # fmt: skip
    try:
        with transaction.atomic():
            became = _write(parsed, vendor, at) if product_id is None else _change(
                parsed, product_id, at
            )  # fmt: skip
            if is_trial:
                transaction.set_rollback(True)
    except Refusal as refusal:
        report.refused.append(RowProblem(parsed.line, "row", refusal.detail))
        report.refused_products += 1
        return
    getattr(report, became).append(parsed.handle)


def _write(parsed: ParsedProduct, vendor: Partner, at: datetime) -> str:
    products.create_product(
        vendor=vendor, facts=_facts(parsed), by=None, at=at, is_live=parsed.published
    )
    return "created"


def _change(parsed: ParsedProduct, product_id: int, at: datetime) -> str:
    facts = _facts(parsed)
    del facts["slug"], facts["import_reference"], facts["product_class"]
    images = ProductImage.objects.filter(product=product_id).order_by("display_order", "pk")
    if list(images.values_list("source_url", flat=True)) == [each.url for each in parsed.images]:
        del facts["images"]
    before = Product.objects.values_list("date_updated", flat=True).get(pk=product_id)
    product = products.change_product(product_id=product_id, facts=facts, by=None, at=at)
    if parsed.published == product.is_public:
        return "unchanged" if product.date_updated == before else "changed"
    move = publishing.publish if parsed.published else publishing.unpublish
    move(product_id=product_id, by=None, at=at)
    return "changed"


def _facts(parsed: ParsedProduct) -> ProductFacts:
    return {
        "title": parsed.title,
        "slug": parsed.slug,
        "description": parsed.description_html,
        "product_class": parsed.type,
        "categories": _categories(parsed.category_path),
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


def _variant(parsed: ParsedVariant) -> VariantFacts:
    price = PriceFacts(parsed.price, parsed.compare_at_price)
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


def _categories(path: Iterable[str]) -> list[Any]:
    parent = None
    for name in path:
        rows = parent.get_children() if parent else Category.get_root_nodes()
        found = rows.filter(name=name).first()
        parent = found or _new_category(parent, name)
    return [parent] if parent else []


def _new_category(parent: Any, name: str) -> Any:
    base = (f"{parent.slug}-{slugify(name)}" if parent else slugify(name))[:240]
    slug, number = base or "category", 2
    while Category.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    fields = {"name": name[:255], "slug": slug}
    return parent.add_child(**fields) if parent else Category.add_root(**fields)

"""The variants of a product: a matrix of options, written whole or brought to another."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from commerce.basket.models import Line as BasketLine  # type: ignore[attr-defined]
from commerce.catalogue.exceptions import VariantsRefused
from commerce.catalogue.models import Product
from commerce.catalogue.services import dictionary, stocking
from commerce.catalogue.services.details import MAX_COUNT, MAX_DAYS, whole
from commerce.catalogue.services.facts import VariantFacts
from commerce.order.models import Line as OrderLine
from commerce.partner.models import StockRecord

MAX_VALUE = 128
MAX_GTIN = 14
type Options = Mapping[str, str]


def require_matrix(options: Options, variants: Sequence[VariantFacts]) -> None:
    """Return when every variant has a value for each option and no two are the same.

    :raises VariantsRefused: otherwise.
    """
    if not variants:
        raise VariantsRefused("A product needs something to sell.", pointer="/variants")
    if not options and len(variants) > 1:
        raise VariantsRefused("Without options there is one variant.", pointer="/variants")
    seen: set[tuple[tuple[str, str], ...]] = set()
    for place, each in enumerate(variants):
        at = f"/variants/{place}/options"
        if set(each.options) != set(options):
            raise VariantsRefused("Every variant needs a value for each option.", pointer=at)
        if any(not value.strip() or len(value) > MAX_VALUE for value in each.options.values()):
            raise VariantsRefused(f"A value has 1 to {MAX_VALUE} characters.", pointer=at)
        key = tuple(sorted(each.options.items()))
        if key in seen:
            raise VariantsRefused("Two variants have the same options.", pointer=at)
        seen.add(key)


def create(product: Product, options: Options, variants: Sequence[VariantFacts]) -> None:
    """Write the variants of a new product.

    :raises FactRefused: when a SKU, price or count cannot be.
    """
    _learn(options, variants)
    for place, facts in enumerate(variants):
        variant = _child(product, facts, place) if options else product
        _write_details(variant, facts, place)
        stocking.create(product, variant, facts, f"/variants/{place}")


def change(product: Product, options: Options, variants: Sequence[VariantFacts]) -> None:
    """Bring a locked product to this matrix.

    A variant is the one with the same options, else the one with the same SKU. Those left over
    go, or stay hidden when somebody has bought, holds or wants them.

    :raises VariantsRefused: when options come or go although something was sold.
    """
    _learn(options, variants)
    if bool(options) != (product.structure == Product.PARENT):
        _restructure(product, bool(options))
    there = _locked_variants(product)
    pairs = _paired(there, variants)
    kept = {each.pk for each in pairs if each}
    for variant, _ in there.values():
        if variant.pk not in kept and variant.structure == Product.CHILD:
            _let_go(variant)
    _free_skus(there, pairs, variants)
    _free_options(pairs, variants)
    for place, (facts, known) in enumerate(zip(variants, pairs, strict=True)):
        variant = known or (_child(product, facts, place) if options else product)
        _write_details(variant, facts, place)
        record = there[known.pk][1] if known else None
        if record is None:
            stocking.create(product, variant, facts, f"/variants/{place}")
        else:
            stocking.change(product, record, facts, f"/variants/{place}")


def is_in_use(product_ids: Sequence[int]) -> bool:
    """Return whether somebody has bought, holds or wants one of these."""
    records = StockRecord.objects.filter(product_id__in=product_ids)
    return (
        OrderLine.objects.filter(product_id__in=product_ids).exists()
        or OrderLine.objects.filter(stockrecord__in=records).exists()
        or BasketLine.objects.filter(product_id__in=product_ids).exists()
        or records.filter(Q(num_allocated__gt=0) | Q(num_reserved__gt=0)).exists()
    )


def _learn(options: Options, variants: Sequence[VariantFacts]) -> None:
    values = {code: [each.options[code] for each in variants] for code in options}
    dictionary.learn_options(dict(options), values)


def _locked_variants(product: Product) -> dict[int, tuple[Product, StockRecord | None]]:
    rows = Product.objects.filter(parent=product).order_by("variant_position", "pk")
    found = list(rows) if product.structure == Product.PARENT else [product]
    records = StockRecord.objects.filter(product__in=found).order_by("pk")
    of = {each.product_id: each for each in records.select_for_update(no_key=True, of=("self",))}
    return {each.pk: (each, of.get(each.pk)) for each in found}


def _paired(
    there: Mapping[int, tuple[Product, StockRecord | None]], variants: Sequence[VariantFacts]
) -> list[Product | None]:
    left = {pk: each for pk, (each, _) in there.items()}
    found: list[Product | None] = []
    for facts in variants:
        same = (each for each in left.values() if each.variant_options == dict(facts.options))
        variant = next(same, None)
        found.append(variant)
        if variant:
            del left[variant.pk]
    by_sku = {record.partner_sku: pk for pk, (_, record) in there.items() if record}
    for place, facts in enumerate(variants):
        if found[place] is None and facts.sku and by_sku.get(facts.sku) in left:
            found[place] = left.pop(by_sku[facts.sku])
    return found


def _free_skus(
    there: Mapping[int, tuple[Product, StockRecord | None]],
    pairs: Sequence[Product | None],
    variants: Sequence[VariantFacts],
) -> None:
    moving = {}
    for variant, facts in zip(pairs, variants, strict=True):
        record = there[variant.pk][1] if variant else None
        if record and facts.sku and facts.sku != record.partner_sku:
            moving[record.pk] = facts.sku
    if len(moving) > 1:
        stocking.step_aside(moving)


def _free_options(pairs: Sequence[Product | None], variants: Sequence[VariantFacts]) -> None:
    for variant, facts in zip(pairs, variants, strict=True):
        if variant and variant.variant_options != dict(facts.options):
            aside = {"~": str(variant.pk)}
            Product.objects.filter(pk=variant.pk).update(variant_options=aside)
            variant.variant_options = aside


def _let_go(variant: Product) -> None:
    if is_in_use([variant.pk]):
        if variant.is_public:
            Product.objects.filter(pk=variant.pk).update(is_public=False)
    else:
        variant.delete()


def _restructure(product: Product, has_options: bool) -> None:
    children = list(Product.objects.filter(parent=product).values_list("pk", flat=True))
    if is_in_use([product.pk, *children]):
        raise VariantsRefused(
            "A product that was sold keeps having options, or none; duplicate it instead.",
            pointer="/options",
        )
    Product.objects.filter(pk__in=children).delete()
    if has_options:
        StockRecord.objects.filter(product=product).delete()
    product.structure = Product.PARENT if has_options else Product.STANDALONE
    product.save(update_fields=["structure"])


def _child(product: Product, facts: VariantFacts, place: int) -> Product:
    child = Product(
        structure="child",
        parent=product,
        title="",
        slug=f"{product.slug}-{place + 1}"[:255],
        variant_options=dict(facts.options),
        variant_position=place,
        is_public=True,
    )
    child.save()
    return child


def _write_details(variant: Product, facts: VariantFacts, place: int) -> None:
    at = f"/variants/{place}"
    wanted: dict[str, Any] = {
        "gtin": facts.gtin[:MAX_GTIN],
        "weight_g": whole(facts.weight_g, MAX_COUNT, f"{at}/weight_g"),
    }
    if variant.structure == Product.CHILD:
        days = whole(facts.lead_time_days, MAX_DAYS, f"{at}/lead_time_days")
        options = dict(facts.options)
        wanted |= {"lead_time_days": days, "variant_options": options, "is_public": True}
        wanted["variant_position"] = place
    changed = {name: each for name, each in wanted.items() if getattr(variant, name) != each}
    if changed:
        Product.objects.filter(pk=variant.pk).update(**changed)
        for name, each in changed.items():
            setattr(variant, name, each)

"""A product is changed: only what is said, all or nothing, told once and not at all if it is so."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db import transaction

from commerce.catalogue.exceptions import FactRefused, ProductArchived, SlugTaken, VariantsRefused
from commerce.catalogue.models import Product, ProductAttributeValue, ProductImage
from commerce.catalogue.policies import require_can_keep
from commerce.catalogue.services import changes, descriptions, dictionary, products
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.catalogue.services.publishing import locked, owner_of
from commerce.partner.models import Price, StockRecord
from commerce.partner.services import stock
from common import audit

PLAIN = {
    "title": "title", "seo_title": "meta_title", "seo_description": "meta_description",
    "is_made_to_measure": "is_made_to_measure", "lead_time_days": "lead_time_days",
    "popularity": "popularity",
}  # fmt: skip


class Done(NamedTuple):
    """A product and the names of what was changed of it."""

    product: Product
    fields: tuple[str, ...]


@transaction.atomic
def change_product(*, product_id: int, facts: ProductFacts, by: Any, at: datetime) -> Done:
    """Change what the facts say of a product and leave the rest; return what was changed.

    A variant that was ever ordered is taken off sale instead of deleted.

    :raises NotYourProduct: when the person may not keep the vendor's products.
    :raises ProductArchived: when it was put away.
    :raises FactRefused: when a fact does not fit; nothing has changed then.
    :raises StockCommitted: when a count would fall below what is promised.
    """
    product = locked(product_id)
    require_can_keep(by, product.vendor)
    if product.status == Product.Status.ARCHIVED:
        raise ProductArchived
    changed = _change_row(product, facts)
    changed += _change_categories(product, facts)
    changed += _change_attributes(product, facts)
    changed += _change_images(product, facts)
    changed += _change_variants(product, facts)
    if changed:
        audit.record(
            actor=by, action="product.changed", subject=product, at=at,
            after={"changed": sorted(set(changed))}, vendor_slug=owner_of(product).slug,
        )  # fmt: skip
        changes.product_changed([product.pk])
    return Done(product, tuple(sorted(set(changed))))


def _change_row(product: Product, facts: ProductFacts) -> list[str]:
    given: Mapping[str, Any] = facts
    wanted: dict[str, Any] = {field: given[name] for name, field in PLAIN.items() if name in given}
    if "title" in wanted and not wanted["title"].strip():
        raise FactRefused("A product needs a title.", pointer="/title")
    if "description" in facts:
        wanted["description"] = descriptions.cleaned(facts["description"])
    if "tags" in facts:
        wanted["tags"] = list(facts["tags"])
    if "slug" in facts and facts["slug"] != product.slug:
        if Product.objects.canonical().filter(slug=facts["slug"]).exists():
            raise SlugTaken(f"Another product has the address {facts['slug']}.", pointer="/slug")
        wanted["slug"] = facts["slug"]
    fresh = {name: each for name, each in wanted.items() if getattr(product, name) != each}
    for name, each in fresh.items():
        setattr(product, name, each)
    if fresh:
        product.save(update_fields=[*fresh, "date_updated"])
    return list(fresh)


def _change_categories(product: Product, facts: ProductFacts) -> list[str]:
    if "categories" not in facts:
        return []
    wanted = {each.pk for each in facts["categories"]}
    if wanted == set(product.categories.values_list("pk", flat=True)):
        return []
    product.categories.set(facts["categories"])
    return ["categories"]


def _change_attributes(product: Product, facts: ProductFacts) -> list[str]:
    said = {
        dictionary.attribute_code(code): each for code, each in facts.get("attributes", {}).items()
    }
    rows = product.attribute_values.select_related("attribute", "value_option")
    stored = {row.attribute.code: row for row in rows}
    fresh = {
        code: each for code, each in said.items()
        if (str(each) if each else "") != (stored[code].value_as_text if code in stored else "")
    }  # fmt: skip
    ProductAttributeValue.objects.filter(
        pk__in=[stored[code].pk for code in fresh if code in stored]
    ).delete()
    products.write_attributes(product, product.product_class, fresh)
    return ["attributes"] if fresh else []


def _change_images(product: Product, facts: ProductFacts) -> list[str]:
    if "images" not in facts:
        return []
    rows = list(product.images.order_by("display_order", "pk"))
    stored = [(each.image_id, each.source_url, each.caption) for each in rows]
    if stored == [_as_stored(each) for each in facts["images"]]:
        return []
    ProductImage.objects.filter(pk__in=[each.pk for each in rows]).delete()
    products.write_images(product, facts["images"])
    return ["images"]


def _as_stored(image: ImageFacts) -> tuple[int | None, str, str]:
    return image.picture.pk if image.picture else None, image.source_url, image.alt[:200]


def _change_variants(product: Product, facts: ProductFacts) -> list[str]:
    if "variants" not in facts:
        return []
    variants = list(facts["variants"])
    stored = {each["code"]: each["name"] for each in product.option_types}
    options = dict(facts.get("options", stored))
    products.require_matrix(options, variants)
    if set(options) != set(stored):
        raise VariantsRefused("The options of a product stay: make another.", pointer="/options")
    known = {_key(each.variant_options): each for each in _rows(product)}
    changed = [
        _change_variant(product, known.pop(_key(each.options), None), each, place)
        for place, each in enumerate(variants)
    ]
    changed += [_let_go(each) for each in known.values()]
    _learn(options, variants)
    return ["variants"] if any(changed) else []


def _rows(product: Product) -> list[Product]:
    if not product.option_types:
        return [product]
    return list(product.children.select_for_update().order_by("pk"))


def _key(options: Mapping[str, str] | None) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((options or {}).items()))


def _change_variant(
    product: Product, variant: Product | None, facts: VariantFacts, place: int
) -> bool:
    if variant is None:
        products.add_variant(product, facts, place)
        return True
    wanted = {
        "gtin": facts.gtin, "weight_g": facts.weight_g, "lead_time_days": facts.lead_time_days,
    }  # fmt: skip
    if variant.pk != product.pk:
        wanted |= {"variant_position": place, "is_public": True}
    fresh = {name: each for name, each in wanted.items() if getattr(variant, name) != each}
    if fresh:
        Product.objects.filter(pk=variant.pk).update(**fresh)
    record = StockRecord.objects.get(product=variant)
    changed = [bool(fresh), _change_record(record, facts), _change_prices(record, facts.prices)]
    if facts.stock is not None and facts.stock != record.num_in_stock:
        stock.set_stock(stockrecord_id=record.pk, quantity=facts.stock)
        changed.append(True)
    return any(changed)


def _change_record(record: StockRecord, facts: VariantFacts) -> bool:
    wanted = {"is_tracked": facts.is_tracked, "allow_backorder": facts.allow_backorder}
    fresh = {name: each for name, each in wanted.items() if getattr(record, name) != each}
    if fresh:
        StockRecord.objects.filter(pk=record.pk).update(**fresh)
    return bool(fresh)


def _change_prices(record: StockRecord, wanted: Mapping[str, PriceFacts | None]) -> bool:
    stored = {each.currency: each for each in record.prices.select_for_update()}
    changed = False
    for currency, price in wanted.items():
        row = stored.get(currency)
        if price is None:
            changed |= row is not None and bool(row.delete())
        elif row is None:
            products.write_price(record, currency, price)
            changed = True
        elif (row.amount, row.compare_at_amount) != (price.amount, price.compare_at):
            products.require_price(record, currency, price)
            Price.objects.filter(pk=row.pk).update(
                amount=price.amount, compare_at_amount=price.compare_at
            )
            changed = True
    return changed


def _let_go(variant: Product) -> bool:
    lines = apps.get_model("order", "Line").objects.filter(product=variant)
    baskets = apps.get_model("basket", "Line").objects.filter(product=variant)
    if not lines.exists() and not baskets.exists():
        variant.delete()
        return True
    return bool(Product.objects.filter(pk=variant.pk, is_public=True).update(is_public=False))


def _learn(options: Mapping[str, str], variants: Sequence[VariantFacts]) -> None:
    values = {code: [each.options[code] for each in variants] for code in options}
    dictionary.learn_options(dict(options), values)

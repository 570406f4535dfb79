"""What documents are made of, read for many products in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import F, Q

from commerce.catalogue.models import (
    Category,
    CollectionMember,
    OptionType,
    OptionValue,
    Product,
    ProductAttributeValue,  # type: ignore[attr-defined]
    ProductCategory,  # type: ignore[attr-defined]
    ProductImage,
)
from commerce.partner.models import StockRecord
from commerce.storefront.models import ProductContent
from common.utils.text import plain


@dataclass(frozen=True)
class Dictionary:
    """What all products share: the category tree, and names and order of options."""

    categories: dict[int, Category]
    ancestors: dict[int, tuple[int, ...]]
    option_names: dict[str, str]
    option_places: dict[str, int]
    value_places: dict[tuple[str, str], tuple[int, str]]


@dataclass
class Source:
    """One product with everything that belongs to it."""

    product: Product
    variants: list[Product] = field(default_factory=list)
    stock: dict[int, StockRecord] = field(default_factory=dict)
    category_ids: list[int] = field(default_factory=list)
    collection_ids: list[int] = field(default_factory=list)
    images: list[ProductImage] = field(default_factory=list)
    attributes: list[Any] = field(default_factory=list)
    contents: dict[str, Any] = field(default_factory=dict)

    def told_in(self, locale: str) -> Any:
        """Return the blocks that shoppers of a locale read: its own, else the shop's own."""
        return self.contents.get(locale, self.contents.get(settings.LANGUAGE_CODE, []))


def read_dictionary() -> Dictionary:
    """Return the category tree and the options."""
    nodes = {each.path: each for each in Category.objects.order_by("path")}
    types = list(OptionType.objects.all())
    values = OptionValue.objects.annotate(code=F("option_type__code"))
    return Dictionary(
        categories={each.pk: _named(each) for each in nodes.values()},
        ancestors={each.pk: _way_to(each, nodes) for each in nodes.values()},
        option_names={each.code: plain(each.name) for each in types},
        option_places={each.code: each.position for each in types},
        value_places={(each.code, each.value): (each.position, each.value) for each in values},
    )


def _way_to(node: Category, nodes: dict[str, Category]) -> tuple[int, ...]:
    step = Category.steplen
    above = (node.path[:end] for end in range(step, len(node.path) + 1, step))
    return tuple(nodes[path].pk for path in above if path in nodes)


def read_sources(product_ids: Sequence[int]) -> dict[int, Source]:
    """Return the sources of those products that shoppers may see, by product id."""
    shown = Product.objects.on_sale_anywhere().filter(pk__in=product_ids)
    products = shown.select_related("vendor", "product_class")
    sources = {each.pk: Source(_in_words(each)) for each in products}
    if sources:
        _add_variants(sources)
        _add_places(sources)
        _add_images(sources)
        _add_attributes(sources)
        _add_contents(sources)
    return sources


def _in_words(product: Product) -> Product:
    """Return the product with names that hold no markup, whoever wrote them."""
    product.title, product.vendor.name = plain(product.title), plain(product.vendor.name)
    product.meta_title = plain(product.meta_title or "")
    product.meta_description = plain(product.meta_description or "")
    return product


def _named(category: Category) -> Category:
    category.name = plain(category.name)
    return category


def _add_variants(sources: dict[int, Source]) -> None:
    children = Product.objects.filter(parent_id__in=sources, is_public=True, structure="child")
    for child in children.order_by("parent_id", "variant_position", "pk"):
        sources[child.parent_id].variants.append(child)
    for source in sources.values():
        if source.product.structure == Product.STANDALONE:
            source.variants = [source.product]
    owner = {each.pk: pk for pk, source in sources.items() for each in source.variants}
    records = StockRecord.objects.filter(product_id__in=owner).prefetch_related("prices")
    for record in records:
        sources[owner[record.product_id]].stock[record.product_id] = record


def _add_places(sources: dict[int, Source]) -> None:
    placed = ProductCategory.objects.filter(product_id__in=sources).order_by("pk")
    for product_id, category_id in placed.values_list("product_id", "category_id"):
        sources[product_id].category_ids.append(category_id)
    members = CollectionMember.objects.filter(product_id__in=sources, is_excluded=False).order_by(
        "collection_id"
    )
    for product_id, collection_id in members.values_list("product_id", "collection_id"):
        sources[product_id].collection_ids.append(collection_id)


def _add_images(sources: dict[int, Source]) -> None:
    images = ProductImage.objects.filter(product_id__in=sources, image__isnull=False)
    for image in images.select_related("image").order_by("product_id", "display_order", "pk"):
        sources[image.product_id].images.append(image)


def _add_attributes(sources: dict[int, Source]) -> None:
    owners: dict[int, int] = {pk: pk for pk in sources}
    owners |= {each.pk: pk for pk, source in sources.items() for each in source.variants}
    values = (
        ProductAttributeValue.objects.filter(product_id__in=owners)
        .exclude(Q(attribute__type="file") | Q(attribute__type="image"))
        .exclude(attribute__type="entity")
        .select_related("attribute", "value_option")
        .prefetch_related("value_multi_option")
        .order_by("attribute__name", "attribute__code", "pk")
    )
    for value in values:
        sources[owners[value.product_id]].attributes.append(value)


def _add_contents(sources: dict[int, Source]) -> None:
    told = ProductContent.objects.filter(product_id__in=sources)
    for product_id, locale, blocks in told.values_list("product_id", "locale", "blocks"):
        sources[product_id].contents[locale] = blocks


def group_by[K, V](pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the values under each key, in order."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found

"""What a product says of itself: its own fields, categories, attributes and pictures."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from commerce.catalogue.exceptions import FactRefused
from commerce.catalogue.models import (
    Category,
    Product,
    ProductAttributeValue,  # type: ignore[attr-defined]
    ProductCategory,  # type: ignore[attr-defined]
    ProductImage,
)
from commerce.catalogue.services import changes, descriptions, dictionary, wording
from commerce.catalogue.services.facts import AttributeFact, ImageFacts, ProductFacts

MAX_TITLE = 255
MAX_DAYS = 32_767
MAX_COUNT = 2_147_483_647


def own_fields(facts: ProductFacts) -> dict[str, Any]:
    """Return the columns of the product that these facts set, without the slug.

    :raises FactRefused: when one has a value that it cannot have.
    """
    return {
        column: read(facts[name])  # type: ignore[literal-required]
        for name, (column, read) in _COLUMNS.items()
        if name in facts
    }


def whole(number: int | None, most: int, pointer: str) -> int | None:
    """Return the number if it may stand in its column.

    :raises FactRefused: when it is below zero or too large.
    """
    if number is not None and not 0 <= number <= most:
        raise FactRefused(f"This must be a number from 0 to {most}.", pointer=pointer)
    return number


def write_own(product: Product, fields: Mapping[str, Any]) -> None:
    """Set and save the columns that differ; nothing if none does."""
    changed = [name for name, value in fields.items() if _differs(getattr(product, name), value)]
    for name in changed:
        setattr(product, name, fields[name])
    if changed:
        product.save(update_fields=changed)


def write_categories(product: Product, categories: Sequence[Category]) -> None:
    """Put the product into these categories, in this order, and no others."""
    rows = ProductCategory.objects.filter(product=product).order_by("pk")
    wanted = list(dict.fromkeys(each.pk for each in categories))
    if list(rows.values_list("category_id", flat=True)) != wanted:
        rows.delete()
        ProductCategory.objects.bulk_create(
            [ProductCategory(product=product, category_id=pk) for pk in wanted]
        )


def write_attributes(product: Product, facts: Mapping[str, AttributeFact]) -> None:
    """Set the attributes named; an empty value takes one away.

    :raises FactRefused: when an attribute is neither a text nor a choice.
    """
    said = {dictionary.attribute_code(code): each for code, each in facts.items()}
    gone = [code for code, value in said.items() if value in (None, "")]
    rows = ProductAttributeValue.objects.filter(product=product)
    rows.filter(attribute__code__in=gone).delete()
    kept = {code: value for code, value in said.items() if value not in (None, "")}
    known = dictionary.attributes_of(product.product_class, kept)
    for code, value in kept.items():
        _write_attribute(product, known[code], value)


def move_attributes(product: Product, family: Any) -> None:
    """Say of another product class what was said of the product, as far as it is words."""
    rows = ProductAttributeValue.objects.filter(product=product)
    said = {row.attribute.code: words_of(row) for row in rows.select_related("attribute")}
    rows.delete()
    product.product_class = family
    product.save(update_fields=["product_class"])
    write_attributes(product, {code: value for code, value in said.items() if value})


def words_of(row: Any) -> str:
    """Return the words of an attribute's value; nothing for what is neither text nor choice."""
    if row.attribute.type == "option":
        return row.value_option.option if row.value_option else ""
    return row.value_text or "" if row.attribute.type == "text" else ""


def write_images(product: Product, images: Sequence[ImageFacts]) -> None:
    """Give the product these pictures, in this order, and no others."""
    there = list(ProductImage.objects.filter(product=product).order_by("display_order", "pk"))
    made = []
    for place, facts in enumerate(images):
        row = next((each for each in there if _is_same(each, facts)), None)
        if row is None:
            row = ProductImage(product=product, image=facts.picture, source_url=facts.source_url)
            made.append(row)
        else:
            there.remove(row)
        _place_image(row, facts.alt[:200], place)
    ProductImage.objects.filter(pk__in=[each.pk for each in there]).delete()
    made = ProductImage.objects.bulk_create(made)
    changes.images_waiting([each.pk for each in made if each.image_id is None])


def _differs(old: Any, new: Any) -> bool:
    return old != new and not (old is None and new == "")


def _whole_of(name: str, most: int) -> Callable[[int | None], int | None]:
    return lambda number: whole(number, most, f"/{name}")


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise FactRefused("A product needs a title.", pointer="/title")
    return title[:MAX_TITLE]


def _write_attribute(product: Product, attribute: Any, value: AttributeFact) -> None:
    if attribute.type == "option":
        fields = {"value_option": dictionary.choice(attribute, str(value)[:255])}
    elif attribute.type == "text":
        fields = {"value_text": wording.attribute(str(value), code=attribute.code)}
    else:
        raise FactRefused(
            f"{attribute.name} is neither a text nor a choice.",
            pointer=f"/attributes/{attribute.code}",
        )
    row = ProductAttributeValue.objects.filter(product=product, attribute=attribute).first()
    if row is None:
        ProductAttributeValue.objects.create(product=product, attribute=attribute, **fields)
    elif any(getattr(row, name) != each for name, each in fields.items()):
        ProductAttributeValue.objects.filter(pk=row.pk).update(**fields)


def _is_same(row: ProductImage, facts: ImageFacts) -> bool:
    if facts.picture is None:
        return row.source_url == facts.source_url
    return row.image_id == facts.picture.pk and facts.source_url in ("", row.source_url)


def _place_image(row: ProductImage, alt: str, place: int) -> None:
    is_moved = (row.caption, row.display_order) != (alt, place)
    row.caption, row.display_order = alt, place
    if row.pk and is_moved:
        row.save(update_fields=["caption", "display_order"])


_COLUMNS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "title": ("title", _title),
    "description": (
        "description",
        lambda html: wording.product_description(descriptions.cleaned(html)),
    ),
    "seo_title": ("meta_title", lambda text: text.strip()[:MAX_TITLE]),
    "seo_description": ("meta_description", wording.seo_description),
    "tags": ("tags", list),
    "is_made_to_measure": ("is_made_to_measure", bool),
    "lead_time_days": ("lead_time_days", _whole_of("lead_time_days", MAX_DAYS)),
    "import_reference": ("import_reference", str),
    "popularity": ("popularity", _whole_of("popularity", MAX_COUNT)),
}

"""The words of the catalogue: product classes, attributes and options, made when first used."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.utils.text import slugify

from commerce.catalogue.importing.slugs import code_of
from commerce.catalogue.models import (
    AttributeOption,
    AttributeOptionGroup,
    OptionType,
    OptionValue,
    ProductAttribute,
    ProductClass,
)
from commerce.catalogue.services import ordering

LOCK = 7_210_501
CHOSEN = {"age_group", "care", "fit", "gender", "material", "neckline", "occasion", "pattern"}
DEFAULT_CLASS = "Clothes"


def lock() -> None:
    """Let one transaction at a time add words, until it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def product_class(name: str) -> Any:
    """Return the family of garments of that name, made if there is none."""
    name = " ".join(name.split())[:128] or DEFAULT_CLASS
    slug = slugify(name)[:128] or slugify(DEFAULT_CLASS)
    found = ProductClass.objects.filter(slug=slug).first()
    if found is None:
        lock()
        found = ProductClass.objects.filter(slug=slug).first()
    return found or ProductClass.objects.create(name=name, slug=slug, track_stock=True)


def attributes_of(family: Any, codes: Iterable[str]) -> dict[str, Any]:
    """Return the family's attributes by code, made if there is none of that code."""
    wanted = set(codes)
    found = _known_attributes(family, wanted)
    if wanted - found.keys():
        lock()
        found = _known_attributes(family, wanted)
        for code in sorted(wanted - found.keys()):
            found[code] = _new_attribute(family, code)
    return found


def choice(attribute: Any, text: str) -> Any:
    """Return the choice of an attribute with choices, made if there is none."""
    group = attribute.option_group
    found = AttributeOption.objects.filter(group=group, option=text).first()
    if found is None:
        lock()
        found = AttributeOption.objects.filter(group=group, option=text).first()
    return found or AttributeOption.objects.create(group=group, option=text)


def learn_options(names: dict[str, str], values: dict[str, list[str]]) -> None:
    """Add option names and values that were not known; known ones keep their place."""
    kinds = {kind.code: kind for kind in OptionType.objects.filter(code__in=names)}
    known = set(
        OptionValue.objects.filter(option_type__code__in=names).values_list(
            "option_type__code", "value"
        )
    )
    missing = [(code, value) for code in values for value in values[code]]
    missing = [pair for pair in dict.fromkeys(missing) if pair not in known]
    if kinds.keys() == names.keys() and not missing:
        return
    for code in names.keys() - kinds.keys():
        kinds[code], _ = OptionType.objects.get_or_create(
            code=code,
            defaults={"name": names[code][:128], "position": ordering.position_of_type(code)},
        )
    OptionValue.objects.bulk_create(
        [_new_value(kinds[code], value) for code, value in sorted(missing)], ignore_conflicts=True
    )


def attribute_code(text: str) -> str:
    """Return the code an attribute of that name gets."""
    code = code_of(text)
    return f"{code}_value" if code in _RESERVED else code


_RESERVED = {
    "cache",
    "get_all_attributes",
    "get_attribute_by_code",
    "get_value_by_attribute",
    "get_values",
    "initialize",
    "initialized",
    "prepare_save",
    "product",
    "refresh",
    "save",
    "set",
    "update",
    "validate_attributes",
}


def _known_attributes(family: Any, codes: set[str]) -> dict[str, Any]:
    rows = ProductAttribute.objects.filter(product_class=family, code__in=codes)
    return {row.code: row for row in rows.select_related("option_group")}


def _new_attribute(family: Any, code: str) -> Any:
    group = None
    if code in CHOSEN:
        group, _ = AttributeOptionGroup.objects.get_or_create(
            code=code, defaults={"name": _spoken(code)}
        )
    return ProductAttribute.objects.create(
        product_class=family,
        code=code,
        name=_spoken(code),
        type="option" if group else "text",
        option_group=group,
    )


def _new_value(kind: OptionType, value: str) -> OptionValue:
    swatch = ordering.swatch_of(value) if kind.code == "color" else ""
    return OptionValue(
        option_type=kind, value=value, position=ordering.position_of_value(value), swatch=swatch
    )


def _spoken(code: str) -> str:
    return code.replace("_", " ").capitalize()[:128]

"""Products come into the catalogue and change: with variants, stock and prices, all or nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from commerce.catalogue.exceptions import FactRefused, ProductArchived, SlugTaken
from commerce.catalogue.models import Product
from commerce.catalogue.policies import require_can_keep
from commerce.catalogue.services import changes, details, dictionary, snapshots, variants, wording
from commerce.catalogue.services.facts import ProductFacts
from commerce.partner.models import Partner
from common import audit
from common.exceptions import NotFound, StaleMatch

MAX_SLUG = 200
ATTEMPTS = 5


@transaction.atomic
def create_product(
    *, vendor: Partner, facts: ProductFacts, by: Any, at: datetime, is_live: bool = False
) -> Product:
    """Write a product of the vendor, as a draft or live at once, and tell `product.changed`.

    `by` None is the system itself.

    :raises NotYourProduct: when the person may not keep the vendor's products.
    :raises FactRefused: when a fact does not fit; the reason says which.
    """
    require_can_keep(by, vendor)
    matrix = list(facts.get("variants") or [])
    options = dict(facts.get("options") or {})
    variants.require_matrix(options, matrix)
    product = Product(
        structure="parent" if options else "standalone",
        product_class=dictionary.product_class(facts.get("product_class", "")),
        vendor=vendor,
        option_types=_types(options),
        is_public=is_live,
        **details.own_fields({"title": "", **facts}),
    )
    if is_live:
        product.status, product.published_at = Product.Status.APPROVED, at
    _save_new(product, facts.get("slug") or product.title)
    details.write_categories(product, facts.get("categories") or [])
    details.write_attributes(product, facts.get("attributes") or {})
    variants.create(product, options, matrix)
    details.write_images(product, facts.get("images") or [])
    changes.product_changed([product.pk])
    if by is not None:
        audit.record(
            actor=by,
            action="product.created",
            subject=product,
            at=at,
            after={"title": product.title, "slug": product.slug},
            vendor_slug=vendor.slug,
        )
    return product


@transaction.atomic
def change_product(
    *,
    product_id: int,
    facts: ProductFacts,
    by: Any,
    at: datetime,
    as_seen: datetime | None = None,
) -> Product:
    """Set what is given and leave the rest; tell `product.changed` once if anything changed.

    `variants` is the whole matrix: those left out go, or stay hidden when somebody has bought
    one. `as_seen` is `date_updated` of what the person looked at.

    :raises NotFound: when there is no such product.
    :raises NotYourProduct: when the person may not keep the vendor's products.
    :raises ProductArchived: when it is archived.
    :raises StaleMatch: when it has changed since `as_seen`.
    :raises FactRefused: when a fact does not fit; the reason says which.
    :raises StockBelowSold: when a count is lower than what is promised.
    """
    product = locked(product_id)
    require_can_keep(by, product.vendor)
    if product.status == Product.Status.ARCHIVED:
        raise ProductArchived
    if as_seen is not None and as_seen != product.date_updated:
        raise StaleMatch
    before = snapshots.of(product.pk)
    _write(product, facts)
    after = snapshots.of(product.pk)
    if before != after:
        product.save(update_fields=["date_updated"])
        was, now = snapshots.difference(before, after)
        record(product, "product.changed", by, at, was, now)
    return product


def locked(product_id: int) -> Product:
    """Return the product, never a variant, locked until the transaction ends.

    :raises NotFound: when there is none.
    """
    rows = Product.objects.canonical().select_for_update(no_key=True, of=("self",))
    product = rows.select_related("vendor", "product_class").filter(pk=product_id).first()
    if product is None:
        raise NotFound
    return product


def record(
    product: Product,
    action: str,
    by: Any,
    at: datetime,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Write the act into the audit log and tell `product.changed`."""
    audit.record(
        actor=by,
        action=action,
        subject=product,
        at=at,
        before=dict(before),
        after=dict(after),
        vendor_slug=product.vendor.slug if product.vendor else "",
    )
    changes.product_changed([product.pk])


def free_slug(wanted: str) -> str:
    """Return the slug, suffixed by the next number if another product has it."""
    base = (slugify(wanted) or "product")[:MAX_SLUG]
    taken = set(
        Product.objects.canonical().filter(slug__startswith=base).values_list("slug", flat=True)
    )
    number, slug = 2, base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _save_new(product: Product, wanted: str) -> None:
    for attempt in range(ATTEMPTS):
        product.slug = free_slug(wanted)
        try:
            with transaction.atomic():
                product.save()
        except IntegrityError as error:
            if "product_slug_once" not in str(error) or attempt == ATTEMPTS - 1:
                raise
        else:
            return


def _write(product: Product, facts: ProductFacts) -> None:
    if "slug" in facts:
        _write_slug(product, facts["slug"])
    details.write_own(product, details.own_fields(facts))
    if "product_class" in facts:
        family = dictionary.product_class(facts["product_class"])
        if family.pk != product.product_class_id:
            details.move_attributes(product, family)
    if "categories" in facts:
        details.write_categories(product, facts["categories"])
    if "attributes" in facts:
        details.write_attributes(product, facts["attributes"])
    _write_matrix(product, facts)
    if "images" in facts:
        details.write_images(product, facts["images"])


def _write_slug(product: Product, slug: str) -> None:
    if slug == product.slug:
        return
    wording.address(slug, most=MAX_SLUG)
    try:
        with transaction.atomic():
            details.write_own(product, {"slug": slug})
    except IntegrityError:
        raise SlugTaken("Another product has this address.", pointer="/slug") from None


def _write_matrix(product: Product, facts: ProductFacts) -> None:
    there = {each["code"]: each["name"] for each in product.option_types}
    options = dict(facts.get("options", there))
    if "variants" in facts:
        matrix = list(facts["variants"])
        variants.require_matrix(options, matrix)
        details.write_own(product, {"option_types": _types(options)})
        variants.change(product, options, matrix)
    elif set(options) != set(there):
        raise FactRefused("New options need the variants, too.", pointer="/options")
    else:
        details.write_own(product, {"option_types": _types(options)})


def _types(options: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "name": name} for code, name in options.items()]

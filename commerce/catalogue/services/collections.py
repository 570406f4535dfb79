"""Collections are made, changed and filled by hand.

`services/rules.py` lets a rule fill them, `services/picks.py` pins and excludes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from commerce.catalogue.exceptions import (
    CollectionHasRule,
    FactRefused,
    SlugTaken,
    UnknownProducts,
)
from commerce.catalogue.models import Collection, CollectionMember, Product
from commerce.catalogue.policies import require_may
from commerce.catalogue.services import changes, membership, wording
from common import audit
from common.exceptions import NotFound

if TYPE_CHECKING:
    from common.media.models import Picture

MAX_TITLE = 255
MAX_SLUG = 128
MAX_POSITION = 32_767
ATTEMPTS = 5
PLAIN = {"is_public", "image", "position", "sort"}


class CollectionFacts(TypedDict, total=False):
    """Everything that can be said about a collection, but for its members."""

    title: str
    slug: str
    description: str
    is_public: bool
    image: Picture | None
    position: int
    sort: str


@transaction.atomic
def create_collection(*, facts: CollectionFacts, by: Any, at: datetime) -> Collection:
    """Write a collection that is filled by hand.

    :raises NotYourCatalogue: when the person may not add collections.
    :raises SlugTaken: when another collection has the slug that was asked for.
    """
    require_may(by, "add", "collection")
    membership.take_turn()
    made = Collection(kind=Collection.Kind.MANUAL, **_fields({"title": "", **facts}))
    is_asked_for = bool(made.slug)
    for attempt in range(ATTEMPTS):
        made.slug = made.slug if is_asked_for else _free_slug(made.title)
        try:
            with transaction.atomic():
                made.save()
        except IntegrityError:
            if is_asked_for or attempt == ATTEMPTS - 1:
                raise _taken() from None
        else:
            break
    return record("collection.created", made, by, at, {}, _said(made))


@transaction.atomic
def change_collection(
    *, collection_id: int, facts: CollectionFacts, by: Any, at: datetime
) -> Collection:
    """Set what is given; tell `collection.changed` if anything changed.

    :raises NotYourCatalogue: when the person may not change collections.
    :raises SlugTaken: when another collection has the slug.
    """
    require_may(by, "change", "collection")
    collection = locked(collection_id)
    before = _said(collection)
    for name, value in _fields(facts).items():
        setattr(collection, name, value)
    after = _said(collection)
    if before == after:
        return collection
    try:
        with transaction.atomic():
            collection.save()
    except IntegrityError:
        raise _taken() from None
    return record("collection.changed", collection, by, at, before, after)


@transaction.atomic
def set_members(
    *, collection_id: int, product_ids: Sequence[int], by: Any, at: datetime
) -> Collection:
    """Fill the collection with these products, in this order; nothing if they are there already.

    :raises NotYourCatalogue: when the person may not change collections.
    :raises CollectionHasRule: when a rule chooses its members.
    :raises UnknownProducts: when one of the products does not exist.
    """
    require_may(by, "change", "collection")
    collection = locked(collection_id)
    if collection.kind == Collection.Kind.RULE:
        raise CollectionHasRule
    wanted = list(dict.fromkeys(product_ids))
    _require_known(wanted)
    before = _members(collection)
    if before == wanted:
        return collection
    members = CollectionMember.objects.filter(collection=collection)
    members.filter(is_excluded=False).exclude(product_id__in=wanted).delete()
    CollectionMember.objects.bulk_create(
        [
            CollectionMember(collection=collection, product_id=pk, position=place)
            for place, pk in enumerate(wanted)
        ],
        update_conflicts=True,
        unique_fields=["collection", "product"],
        update_fields=["position", "is_pinned", "is_excluded"],
    )
    was, now = {"products": before}, {"products": wanted}
    moved = set(before) ^ set(wanted)
    return record("collection.members_set", collection, by, at, was, now, moved)


def locked(collection_id: int) -> Collection:
    """Return the collection, locked until the transaction ends, behind everybody's turn.

    :raises NotFound: when there is none.
    """
    membership.take_turn()
    rows = Collection.objects.select_for_update(no_key=True, of=("self",))
    collection = rows.filter(pk=collection_id).first()
    if collection is None:
        raise NotFound
    return collection


def record(
    action: str,
    collection: Collection,
    by: Any,
    at: datetime,
    before: dict[str, Any],
    after: dict[str, Any],
    moved: Iterable[int] = (),
) -> Collection:
    """Write the act into the audit log and tell who came or went; return the collection."""
    audit.record(actor=by, action=action, subject=collection, at=at, before=before, after=after)
    changes.collection_changed(collection.pk, moved)
    return collection


def _members(collection: Collection) -> list[int]:
    rows = CollectionMember.objects.filter(collection=collection, is_excluded=False)
    return list(rows.values_list("product_id", flat=True))


def _require_known(product_ids: Sequence[int]) -> None:
    rows = Product.objects.canonical().filter(pk__in=product_ids)
    missing = set(product_ids) - set(rows.values_list("pk", flat=True))
    if missing:
        raise UnknownProducts(pointer="/products")


def _fields(facts: CollectionFacts) -> dict[str, Any]:
    found: dict[str, Any] = {name: value for name, value in facts.items() if name in PLAIN}
    if "title" in facts:
        found["title"] = " ".join(facts["title"].split())
        if not 0 < len(found["title"]) <= MAX_TITLE:
            raise FactRefused("A collection needs a title of up to 255 letters.", pointer="/title")
    if facts.get("slug"):
        found["slug"] = wording.address(facts["slug"], most=MAX_SLUG)
    if "description" in facts:
        found["description"] = wording.description(facts["description"])
    if not 0 <= found.get("position", 0) <= MAX_POSITION:
        raise FactRefused(f"A position is 0 to {MAX_POSITION}.", pointer="/position")
    if found.get("sort", Collection.Sort.NEWEST) not in Collection.Sort.values:
        raise FactRefused("Products are not sorted like that.", pointer="/sort")
    return found


def _free_slug(title: str) -> str:
    base = (slugify(title) or "collection")[: MAX_SLUG - 8]
    taken = set(Collection.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 2, base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _taken() -> SlugTaken:
    return SlugTaken("Another collection has this address.", pointer="/slug")


def _said(collection: Collection) -> dict[str, Any]:
    return {
        "title": collection.title,
        "slug": collection.slug,
        "description": collection.description,
        "is_public": collection.is_public,
        "image": collection.image_id,  # type: ignore[attr-defined]
        "position": collection.position,
        "sort": str(collection.sort),
    }

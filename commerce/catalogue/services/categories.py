"""The tree of categories grows, changes, moves and loses what is empty."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify

from commerce.catalogue.exceptions import CategoryInUse, FactRefused, SlugTaken
from commerce.catalogue.models import Category
from commerce.catalogue.policies import require_may
from commerce.catalogue.services import changes, wording
from common import audit
from common.exceptions import NotFound

if TYPE_CHECKING:
    from common.media.models import Picture

LOCK = 7_210_502
MAX = 255
type Place = Literal["first", "last", "before", "after"]
_CHILD = {"first": "first-child", "last": "last-child"}
_SIBLING = {
    "first": "first-sibling", "last": "last-sibling", "before": "left", "after": "right",
}  # fmt: skip


class CategoryFacts(TypedDict, total=False):
    """Everything that can be said about a category, but for its place in the tree."""

    name: str
    slug: str
    description: str
    is_public: bool
    image: Picture | None


@transaction.atomic
def create_category(
    *, facts: CategoryFacts, by: Any, at: datetime, parent_id: int | None = None
) -> Category:
    """Write a category, the last below its parent or at the top.

    :raises NotYourCatalogue: when the person may not add categories.
    :raises NotFound: when there is no such parent.
    :raises SlugTaken: when another category has the slug that was asked for.
    """
    require_may(by, "add", "category")
    _lock_tree()
    parent = _found(parent_id) if parent_id is not None else None
    fields = _fields({"name": "", **facts})
    fields.setdefault("slug", _free_slug(fields["name"], parent))
    try:
        with transaction.atomic():
            made = parent.add_child(**fields) if parent else Category.add_root(**fields)
    except IntegrityError:
        raise _taken() from None
    made.set_ancestors_are_public()
    return _record("category.created", made, by, at, {}, _said(made))


@transaction.atomic
def change_category(*, category_id: int, facts: CategoryFacts, by: Any, at: datetime) -> Category:
    """Set what is given; tell `category.changed` if anything changed.

    :raises NotYourCatalogue: when the person may not change categories.
    :raises SlugTaken: when another category has the slug.
    """
    require_may(by, "change", "category")
    category = locked(category_id)
    before = _said(category)
    for name, value in _fields(facts).items():
        setattr(category, name, value)
    after = _said(category)
    if before == after:
        return category
    try:
        with transaction.atomic():
            category.save()
    except IntegrityError:
        raise _taken() from None
    category.set_ancestors_are_public()
    return _record("category.changed", category, by, at, before, after)


@transaction.atomic
def move_category(
    *, category_id: int, target_id: int | None, place: Place, by: Any, at: datetime
) -> Category:
    """Move a category with everything below it.

    It goes `first` or `last` inside the target, or `before` or `after` it. Without a target it
    goes to the top of the tree.

    :raises NotYourCatalogue: when the person may not change categories.
    :raises FactRefused: when the target is the category itself or below it.
    """
    require_may(by, "change", "category")
    _lock_tree()
    category = _found(category_id)
    before = category.path
    _move(category, _found(target_id) if target_id is not None else None, place)
    moved = _found(category_id)
    if moved.path == before:
        return moved
    moved.set_ancestors_are_public()
    was, now = {"path": before}, {"path": moved.path}
    return _record("category.moved", moved, by, at, was, now)


@transaction.atomic
def delete_category(*, category_id: int, by: Any, at: datetime) -> None:
    """Delete a category that nothing stands in and nothing points to.

    :raises NotYourCatalogue: when the person may not delete categories.
    :raises CategoryInUse: when it holds products or categories, or an offer or page names it.
    """
    require_may(by, "delete", "category")
    _lock_tree()
    category = _found(category_id)
    if category.numchild:
        raise CategoryInUse("The category holds other categories; move them first.")
    for relation in Category._meta.related_objects:
        rows = relation.related_model._default_manager
        if rows.filter(**{relation.field.name: category}).exists():
            what = relation.related_model._meta.verbose_name_plural
            raise CategoryInUse(f"The category is in use: see its {what}.")
    _record("category.deleted", category, by, at, _said(category), {})
    category.delete()


def locked(category_id: int) -> Category:
    """Return the category, locked with the tree until the transaction ends.

    :raises NotFound: when there is none.
    """
    _lock_tree()
    return _found(category_id)


def _move(category: Category, target: Category | None, place: Place) -> None:
    if target is not None:
        if target.path.startswith(category.path):
            raise FactRefused("A category cannot move into itself.", pointer="/target")
        category.move(target, (_CHILD if place in _CHILD else _SIBLING)[place])
        return
    is_first = place in ("first", "before")
    root = Category.get_first_root_node() if is_first else Category.get_last_root_node()
    if root.pk != category.pk:
        category.move(root, _SIBLING["first" if is_first else "last"])


def _lock_tree() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _found(category_id: int) -> Category:
    category = Category.objects.select_for_update().filter(pk=category_id).first()
    if category is None:
        raise NotFound
    return category


def _fields(facts: CategoryFacts) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "name" in facts:
        found["name"] = " ".join(facts["name"].split())
        if not 0 < len(found["name"]) <= MAX:
            raise FactRefused("A category needs a name of up to 255 letters.", pointer="/name")
    if facts.get("slug"):
        found["slug"] = wording.address(facts["slug"], most=MAX)
    if "description" in facts:
        found["description"] = wording.description(facts["description"].strip())
    if "is_public" in facts:
        found["is_public"] = facts["is_public"]
    if "image" in facts:
        found["image"] = facts["image"]
    return found


def _free_slug(name: str, parent: Category | None) -> str:
    below = f"{parent.slug}-{slugify(name)}" if parent else slugify(name)
    base = (below or "category")[:240]
    taken = set(Category.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 2, base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _taken() -> SlugTaken:
    return SlugTaken("Another category has this address.", pointer="/slug")


def _said(category: Category) -> dict[str, Any]:
    return {
        "name": category.name,
        "slug": category.slug,
        "description": category.description,
        "is_public": category.is_public,
        "image": category.image_id,
    }


def _record(
    action: str,
    category: Category,
    by: Any,
    at: datetime,
    before: dict[str, Any],
    after: dict[str, Any],
) -> Category:
    audit.record(actor=by, action=action, subject=category, at=at, before=before, after=after)
    changes.category_changed(category.pk)
    return category

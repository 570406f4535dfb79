"""Categories and collections are made, changed, moved and emptied by those who may."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from commerce.catalogue.exceptions import (
    CategoryInUse,
    CollectionHasRule,
    FactRefused,
    NotYourCatalogue,
    SlugTaken,
    UnknownProducts,
)
from commerce.catalogue.models import Category, Collection, CollectionMember
from commerce.catalogue.services import categories, collections
from common.exceptions import NotFound
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.factories import make_category, make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db


def at() -> dict[str, Any]:
    return {"by": None, "at": timezone.now()}


def told(type: str) -> int:
    return OutboxEvent.objects.filter(type=type).count()


def tree() -> list[tuple[str, int]]:
    return list(Category.objects.order_by("path").values_list("name", "depth"))


def staff(group: str) -> Any:
    person = make_user(is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    return person


def test_a_category_is_made_changed_and_told() -> None:
    top = categories.create_category(facts={"name": "Women"}, **at())
    below = categories.create_category(facts={"name": "Shirts"}, parent_id=top.pk, **at())
    twin = categories.create_category(facts={"name": "Shirts"}, parent_id=top.pk, **at())
    assert [below.slug, twin.slug] == ["women-shirts", "women-shirts-2"]
    categories.change_category(category_id=top.pk, facts={"is_public": False}, **at())
    categories.change_category(category_id=top.pk, facts={"is_public": False}, **at())
    below.refresh_from_db()
    assert not below.ancestors_are_public
    assert told("category.changed") == 4
    for facts, refusal in (({"slug": "women"}, SlugTaken), ({"name": " "}, FactRefused)):
        with pytest.raises(refusal):
            categories.change_category(category_id=below.pk, facts=facts, **at())  # type: ignore[arg-type]
    assert tree() == [("Women", 1), ("Shirts", 2), ("Shirts", 2)]


def test_a_category_moves_with_what_is_below_it() -> None:
    women, men = make_category(name="Women"), make_category(name="Men")
    shirts = make_category(name="Shirts", parent=women)
    make_category(name="Silk", parent=shirts)
    move = categories.move_category
    move(category_id=shirts.pk, target_id=men.pk, place="first", **at())
    assert tree() == [("Women", 1), ("Men", 1), ("Shirts", 2), ("Silk", 3)]
    move(category_id=men.pk, target_id=women.pk, place="before", **at())
    assert tree() == [("Men", 1), ("Shirts", 2), ("Silk", 3), ("Women", 1)]
    move(category_id=shirts.pk, target_id=None, place="last", **at())
    assert tree() == [("Men", 1), ("Women", 1), ("Shirts", 1), ("Silk", 2)]
    assert told("category.changed") == 3
    move(category_id=shirts.pk, target_id=None, place="last", **at())
    assert told("category.changed") == 3
    silk = Category.objects.get(name="Silk")
    for target in (shirts.pk, silk.pk):
        with pytest.raises(FactRefused):
            move(category_id=shirts.pk, target_id=target, place="last", **at())
    with pytest.raises(NotFound):
        move(category_id=shirts.pk, target_id=0, place="last", **at())


def test_only_an_empty_category_is_deleted() -> None:
    top, used = make_category(), make_category()
    below = make_category(parent=top)
    make_product(categories=(used,))
    for each in (top, used):
        with pytest.raises(CategoryInUse):
            categories.delete_category(category_id=each.pk, **at())
    assert Category.objects.count() == 3
    assert not OutboxEvent.objects.exists()
    categories.delete_category(category_id=below.pk, **at())
    categories.delete_category(category_id=top.pk, **at())
    assert list(Category.objects.all()) == [used]
    assert AuditEntry.objects.filter(action="category.deleted").count() == 2


def test_a_collection_holds_its_members_in_order() -> None:
    made = collections.create_collection(facts={"title": "Rainy season"}, **at())
    twin = collections.create_collection(facts={"title": "Rainy season"}, **at())
    assert [made.slug, twin.slug] == ["rainy-season", "rainy-season-2"]
    one, two, three = (make_product() for _ in range(3))
    CollectionMember.objects.create(collection=made, product=three, is_pinned=True)
    CollectionMember.objects.create(collection=made, product=two, is_excluded=True)

    def fill(*ids: int) -> list[int]:
        collections.set_members(collection_id=made.pk, product_ids=ids, **at())
        return list(made.members.values_list("product_id", flat=True))

    assert fill(two.pk, one.pk, two.pk, three.pk) == [two.pk, one.pk, three.pk]
    before = told("collection.changed")
    assert fill(two.pk, one.pk, three.pk) == [two.pk, one.pk, three.pk]
    assert told("collection.changed") == before
    with pytest.raises(UnknownProducts):
        fill(one.pk, 0)
    assert made.members.count() == 3
    assert fill() == []


def test_a_collection_with_a_rule_keeps_its_members() -> None:
    ruled = Collection.objects.create(title="New", slug="new", kind="rule")
    with pytest.raises(CollectionHasRule):
        collections.set_members(collection_id=ruled.pk, product_ids=[make_product().pk], **at())
    with pytest.raises(SlugTaken):
        collections.create_collection(facts={"title": "Newer", "slug": "new"}, **at())
    changed = collections.change_collection(
        collection_id=ruled.pk, facts={"title": "Newest", "position": 3}, **at()
    )
    assert (changed.title, changed.slug) == ("Newest", "new")
    with pytest.raises(FactRefused):
        collections.change_collection(collection_id=ruled.pk, facts={"position": -1}, **at())


def test_who_may_curate() -> None:
    category, collection = make_category(), Collection.objects.create(title="A", slug="a")
    owner = make_user()
    make_vendor(owner=owner)
    now = timezone.now()

    def rename_both(person: Any) -> list[bool]:
        done = []
        for call in (
            lambda: categories.change_category(
                category_id=category.pk, facts={"name": str(person.pk)}, by=person, at=now
            ),
            lambda: collections.change_collection(
                collection_id=collection.pk, facts={"title": str(person.pk)}, by=person, at=now
            ),
        ):
            try:
                call()
            except NotYourCatalogue:
                done.append(False)
            else:
                done.append(True)
        return done

    assert rename_both(owner) == [False, False]
    assert rename_both(staff("Editors")) == [False, True]
    assert rename_both(staff("Merchandisers")) == [True, True]
    with pytest.raises(NotYourCatalogue):
        categories.delete_category(category_id=category.pk, by=staff("Merchandisers"), at=now)


@pytest.mark.parametrize("facts", [{"description": "x" * 5001}, {"slug": "a" * 256}, {"slug": "A"}])
def test_no_text_is_longer_or_odder_than_its_form_takes(facts: Any) -> None:
    category = categories.create_category(facts={"name": "Women"}, **at())
    made = collections.create_collection(facts={"title": "Rains"}, **at())
    pointer = f"/{next(iter(facts))}"
    for refused in (
        lambda: categories.change_category(category_id=category.pk, facts=facts, **at()),
        lambda: categories.create_category(facts={"name": "Men", **facts}, **at()),
        lambda: collections.change_collection(collection_id=made.pk, facts=facts, **at()),
        lambda: collections.create_collection(facts={"title": "Sun", **facts}, **at()),
    ):
        with pytest.raises(FactRefused) as no:
            refused()
        assert no.value.pointer == pointer
    assert (Category.objects.count(), Collection.objects.count()) == (1, 1)


def test_a_longer_text_that_is_stored_stays_until_it_is_written() -> None:
    stored = Collection.objects.create(title="Rains", slug="rains", description="x" * 6000)
    collections.change_collection(collection_id=stored.pk, facts={"title": "Sun"}, **at())
    stored.refresh_from_db()
    assert (stored.title, len(stored.description)) == ("Sun", 6000)

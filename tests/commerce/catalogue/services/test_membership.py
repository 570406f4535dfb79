"""Collections with a rule are filled by it, change by differences, and remember picks."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils import timezone

from commerce.catalogue import exceptions
from commerce.catalogue.models import Collection, CollectionMember, Product
from commerce.catalogue.services import collections, membership, picks, rules
from commerce.catalogue.tasks import refresh_timed_collections
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.factories import make_product, make_user

pytestmark = pytest.mark.django_db


def by(person: Any = None) -> dict[str, Any]:
    return {"by": person, "at": timezone.now()}


def says(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {
        "match": "all", "conditions": [{"field": field, "operator": operator, "value": value}]
    }  # fmt: skip


LINEN = says("tag", "in", ["linen"])


def ruled(rule: Any = LINEN, **fields: Any) -> Collection:
    made = Collection.objects.create(title="Linen", slug="linen", **fields)
    return rules.set_rule(collection_id=made.pk, rule=rule, **by())


def shown(collection: Collection) -> list[int]:
    rows = collection.members.filter(is_excluded=False).order_by("-is_pinned", "position", "pk")
    return list(rows.values_list("product_id", flat=True))


def moved() -> list[list[int]]:
    told = OutboxEvent.objects.filter(type="collection.changed").order_by("pk")
    return [sorted(each.payload["product_ids"]) for each in told]


def test_a_rule_fills_the_collection_and_tells_who_came_and_went() -> None:
    one, two, three = (make_product(tags=[tag]) for tag in ("linen", "linen", "silk"))
    made = ruled()
    assert sorted(shown(made)) == [one.pk, two.pk]
    rules.set_rule(collection_id=made.pk, rule=LINEN, **by())
    rules.set_rule(collection_id=made.pk, rule=says("tag", "in", ["silk"]), **by())
    assert shown(made) == [three.pk]
    assert moved() == [[one.pk, two.pk], [one.pk, two.pk, three.pk]]
    written = AuditEntry.objects.filter(action="collection.rule_set").order_by("pk")
    assert [each.after["rule"]["conditions"][0]["value"] for each in written] == [
        ["linen"], ["silk"],
    ]  # fmt: skip
    with pytest.raises(exceptions.UnknownRuleField):
        rules.set_rule(collection_id=made.pk, rule=says("colour", "in", ["red"]), **by())
    assert shown(made) == [three.pk]


def test_one_changed_product_comes_and_goes_alone() -> None:
    product, other = make_product(), make_product(tags=["linen"])
    made = ruled()
    Product.objects.filter(pk=product.pk).update(tags=["linen"])
    Product.objects.filter(pk=other.pk).update(tags=[])
    membership.refresh_products(product_ids=[product.pk], at=timezone.now())
    assert shown(made) == [other.pk, product.pk]
    Product.objects.filter(pk=product.pk).update(tags=[])
    membership.refresh_products(product_ids=[product.pk, product.pk], at=timezone.now())
    membership.refresh_products(product_ids=[product.pk], at=timezone.now())
    assert shown(made) == [other.pk]
    assert moved() == [[other.pk], [product.pk], [product.pk]]


def test_pins_come_first_and_exclusions_survive_another_rule() -> None:
    one, two, three = (make_product(tags=["linen"]) for _ in range(3))
    guest = make_product()
    made = ruled()
    act = {"collection_id": made.pk, **by()}
    for product in (three, guest):
        picks.pin(product_id=product.pk, **act)
    picks.exclude(product_id=two.pk, **act)
    assert shown(made) == [three.pk, guest.pk, one.pk]
    rules.set_rule(rule=says("tag", "in", ["silk"]), **act)
    assert shown(made) == [three.pk, guest.pk]
    rules.set_rule(rule=LINEN, **act)
    assert shown(made) == [three.pk, guest.pk, one.pk]
    picks.set_picks(pinned=[guest.pk, three.pk], excluded=[two.pk], **act)
    assert shown(made) == [guest.pk, three.pk, one.pk]
    before = moved()
    picks.set_picks(pinned=[guest.pk, three.pk, guest.pk], excluded=[two.pk], **act)
    assert moved() == before
    for product in (three, guest):
        picks.unpin(product_id=product.pk, **act)
    picks.include(product_id=two.pk, **act)
    assert sorted(shown(made)) == [one.pk, two.pk, three.pk]
    assert [each for each in moved()[-3:] if each] == [[guest.pk], [two.pk]]
    picks.pin(product_id=one.pk, **act)
    picks.exclude(product_id=one.pk, **act)
    assert sorted(shown(made)) == [two.pk, three.pk]
    picks.pin(product_id=one.pk, **act)
    assert shown(made)[0] == one.pk
    assert AuditEntry.objects.filter(action="collection.picks_set").count() == 10


def test_picks_that_cannot_be_are_refused_and_nothing_moves() -> None:
    product, by_hand = make_product(), Collection.objects.create(title="A", slug="a")
    made = ruled()
    nobody = make_user(is_staff=True)
    variant = make_product(options={"size": ["S"]}).children.get()
    for refusal, collection, pinned, excluded, person in (
        (exceptions.CollectionFilledByHand, by_hand, [product.pk], [], None),
        (exceptions.PinnedAndExcluded, made, [product.pk], [product.pk], None),
        (exceptions.UnknownProducts, made, [variant.pk], [], None),
        (exceptions.UnknownProducts, made, [], [2**62], None),
        (exceptions.TooManyMembers, made, list(range(1, 502)), [], None),
        (exceptions.NotYourCatalogue, made, [product.pk], [], nobody),
    ):
        with pytest.raises(refusal):
            picks.set_picks(
                collection_id=collection.pk, pinned=pinned, excluded=excluded, **by(person)
            )
    for act in (rules.set_rule, rules.fill_by_hand):
        said = {"rule": LINEN} if act is rules.set_rule else {}
        with pytest.raises(exceptions.NotYourCatalogue):
            act(collection_id=made.pk, **said, **by(nobody))
    assert not CollectionMember.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        CollectionMember.objects.create(
            collection=made, product=product, is_pinned=True, is_excluded=True
        )


def test_a_collection_changes_hands_and_keeps_what_it_shows() -> None:
    now = timezone.now()
    old, new, shy = (
        make_product(tags=["linen"], published_at=now - timedelta(days=days)) for days in (9, 1, 3)
    )
    stranger = make_product()
    made = Collection.objects.create(title="Linen", slug="linen")
    act = {"collection_id": made.pk, **by()}
    collections.set_members(product_ids=[stranger.pk, old.pk], **act)
    rules.set_rule(rule=LINEN, **act)
    assert sorted(shown(made)) == [old.pk, new.pk, shy.pk]
    picks.exclude(product_id=shy.pk, **act)
    picks.pin(product_id=stranger.pk, **act)
    rules.fill_by_hand(**act)
    rules.fill_by_hand(**act)
    made.refresh_from_db()
    assert (made.kind, made.rule, made.order) == ("manual", {}, "position")
    assert shown(made) == [stranger.pk, new.pk, old.pk]
    assert not made.members.filter(is_pinned=True).exists()
    with pytest.raises(exceptions.CollectionFilledByHand):
        picks.exclude(product_id=new.pk, **act)
    collections.set_members(product_ids=[shy.pk], **act)
    assert shown(made) == [shy.pk]
    assert AuditEntry.objects.filter(action="collection.rule_taken").count() == 1


def test_products_grow_old_by_time_alone() -> None:
    now = timezone.now()
    young, old = (make_product(published_at=now - timedelta(days=days)) for days in (1, 40))
    made = ruled(says("newness", "at_most", 30))
    other = Collection.objects.create(title="B", slug="b", kind="rule")
    Product.objects.filter(pk=young.pk).update(published_at=now - timedelta(days=31))
    Product.objects.filter(pk=old.pk).update(published_at=now)
    assert refresh_timed_collections() == 2
    assert refresh_timed_collections() == 0
    assert shown(made) == [old.pk]
    assert shown(other) == []
    assert moved()[-1] == [young.pk, old.pk]


def test_a_collection_whose_rule_cannot_be_read_keeps_its_products() -> None:
    product = make_product(tags=["linen"])
    broken = Collection.objects.create(title="B", slug="b", kind="rule", rule={"match": "most"})
    CollectionMember.objects.create(collection=broken, product=product)
    made = ruled()
    Product.objects.filter(pk=product.pk).update(tags=[])
    membership.refresh_products(product_ids=[product.pk], at=timezone.now())
    assert (shown(broken), shown(made)) == ([product.pk], [])


def test_a_sort_is_one_of_those_there_are() -> None:
    made = ruled()
    collections.change_collection(collection_id=made.pk, facts={"sort": "-price"}, **by())
    made.refresh_from_db()
    assert made.order == "-price"
    with pytest.raises(exceptions.FactRefused):
        collections.change_collection(collection_id=made.pk, facts={"sort": "rating"}, **by())


def test_editors_may_and_operations_may_not() -> None:
    product = make_product(tags=["linen"])
    made = Collection.objects.create(title="Linen", slug="linen")
    for group, may in (("Operations", False), ("Editors", True)):
        person = make_user(is_staff=True)
        person.groups.add(Group.objects.get(name=group))
        act = {"collection_id": made.pk, **by(person)}
        if may:
            rules.set_rule(rule=LINEN, **act)
            picks.pin(product_id=product.pk, **act)
        else:
            with pytest.raises(exceptions.NotYourCatalogue):
                rules.set_rule(rule=LINEN, **act)
    assert shown(made) == [product.pk]

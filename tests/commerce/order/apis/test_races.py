"""Several people act on one order at the same moment: one legal history, and books that add up."""

import functools
from collections import Counter
from typing import Any

import pytest

from commerce.order.models import Order, VendorOrder, VendorOrderStatusChange
from commerce.order.selectors import invariants
from commerce.payment.models import Payment
from common.outbox.services import delivery
from notifications.models import Message
from tests.commerce.order.calling import Person, buy, member_of, owner_of, staff
from tests.commerce.order.conftest import AtOnce
from tests.factories import make_product, make_vendor

ROUNDS = 6
pytestmark = pytest.mark.timeout(600)


class Stand:
    """A vendor with two people at work, somebody of the operations, and a product."""

    def __init__(self) -> None:
        self.vendor = make_vendor()
        self.product = make_product(vendor=self.vendor, stock=1000)
        self.people = [owner_of(self.vendor), member_of(self.vendor, "tailor")]
        self.operator = staff()
        for person in self.people:
            person.ask("GET", "/vendor/profile/")
        self.operator.ask("GET", "/admin/audit/")

    def bought(self, *products: Any, quantity: int = 1, steps: tuple[str, ...] = ()) -> Any:
        group = buy(self.product, *products, quantity=quantity)
        mine = [each for each in group["orders"] if each["vendor"]["slug"] == self.vendor.slug]
        for step in steps:
            assert self.act(self.people[0], mine[0], step).status_code == 200
        return {**group, "mine": mine[0]}

    def act(self, person: Person, order: Any, step: str, body: Any = None, key: str = "") -> Any:
        path = f"/vendor/orders/{order['id']}/{step}/"
        return person.ask("POST", path, body or {}, key=key)

    def cancel(self, group: Any) -> Any:
        return self.operator.ask("POST", f"/admin/orders/{group['number']}/cancel/", {})


@pytest.fixture(scope="module")
def stand(own_database: None) -> Stand:
    return Stand()


def story(order: Any) -> list[str]:
    found = VendorOrderStatusChange.objects.filter(vendor_order__public_id=order["id"])
    return list(found.order_by("id").values_list("new_status", flat=True))


def codes(answers: list[Any]) -> Counter[int]:
    return Counter(each.status_code for each in answers)


def test_two_ships_of_the_last_piece_send_it_once(stand: Stand, at_once: AtOnce) -> None:
    for _ in range(ROUNDS):
        order = stand.bought(quantity=2, steps=("accept",))["mine"]
        body = {"lines": [{"line": order["lines"][0]["id"], "quantity": 2}]}
        works = [functools.partial(stand.act, each, order, "ship", body) for each in stand.people]
        answers = at_once(works)
        assert codes(answers) == {200: 1, 409: 1}
        assert story(order) == ["placed", "accepted", "shipped"]
        assert invariants.faults() == []


def test_ships_of_single_pieces_never_send_more_than_were_sold(
    stand: Stand, at_once: AtOnce
) -> None:
    order = stand.bought(quantity=3, steps=("accept",))["mine"]
    body = {"lines": [{"line": order["lines"][0]["id"], "quantity": 1}]}
    works = [functools.partial(stand.act, each, order, "ship", body) for each in stand.people * 3]
    answers = at_once(works)
    assert codes(answers) == {200: 3, 409: 3}
    assert story(order)[2:] == ["partially_shipped", "partially_shipped", "shipped"]
    assert invariants.faults() == []


def test_cancelling_against_shipping_has_one_winner(stand: Stand, at_once: AtOnce) -> None:
    for _ in range(ROUNDS):
        group = stand.bought(make_product(), quantity=2, steps=("accept",))
        order = group["mine"]
        answers = at_once(
            [
                functools.partial(stand.act, stand.people[0], order, "ship"),
                functools.partial(stand.cancel, group),
                functools.partial(stand.act, stand.people[1], order, "ship"),
            ]
        )
        assert codes(answers) == {200: 1, 409: 2}
        payment = Payment.objects.get(order__number=group["number"])
        if answers[1].status_code == 200:
            assert story(order) == ["placed", "accepted", "cancelled"]
            assert payment.refunded_amount == payment.amount
        else:
            assert story(order) == ["placed", "accepted", "shipped"]
            assert payment.refunded_amount == 0
        assert invariants.faults() == []


def test_two_accepts_accept_once(stand: Stand, at_once: AtOnce) -> None:
    for _ in range(ROUNDS):
        order = stand.bought()["mine"]
        works = [functools.partial(stand.act, each, order, "accept") for each in stand.people * 2]
        assert codes(at_once(works)) == {200: 1, 409: 3}
        assert story(order) == ["placed", "accepted"]


def test_accept_against_reject_has_one_winner(stand: Stand, at_once: AtOnce) -> None:
    for _ in range(ROUNDS):
        group = stand.bought()
        order = group["mine"]
        names = ("accept", "reject")
        works = [
            functools.partial(stand.act, each, order, name)
            for each, name in zip(stand.people, names, strict=True)
        ]
        answers = at_once(works)
        assert codes(answers) == {200: 1, 409: 1}
        assert VendorOrder.objects.get(public_id=order["id"]).status in ("accepted", "rejected")
        assert invariants.faults() == []


def test_rejects_of_both_parts_and_a_cancellation_refund_everything_once(
    stand: Stand, at_once: AtOnce
) -> None:
    other = make_product(stock=1000)
    rival = owner_of(other.vendor)
    rival.ask("GET", "/vendor/profile/")
    for _ in range(ROUNDS):
        group = stand.bought(other)
        theirs = next(each for each in group["orders"] if each["id"] != group["mine"]["id"])
        answers = at_once(
            [
                functools.partial(stand.act, stand.people[0], group["mine"], "reject"),
                functools.partial(stand.act, rival, theirs, "reject"),
                functools.partial(stand.cancel, group),
            ]
        )
        assert set(codes(answers)) <= {200, 409}
        order = Order.objects.get(number=group["number"])
        payment = Payment.objects.get(order=order)
        assert (order.status, payment.status) == ("cancelled", "refunded")
        assert order.refunded_total == payment.refunded_amount == order.total_incl_tax
        assert invariants.faults() == []


def test_one_key_sent_four_times_is_one_step_and_one_body(stand: Stand, at_once: AtOnce) -> None:
    order = stand.bought()["mine"]
    person = stand.people[0]
    works = [functools.partial(stand.act, person, order, "accept", key="same")] * 4
    answers = at_once(works)
    done = [each for each in answers if each.status_code == 200]
    assert done
    assert {each.json()["code"] for each in answers if each.status_code != 200} <= {"in_flight"}
    done.append(stand.act(person, order, "accept", key="same"))
    assert len({each.content for each in done}) == 1
    assert story(order) == ["placed", "accepted"]


def test_two_confirmations_take_the_money_once_and_tell_vendors_once(
    stand: Stand, at_once: AtOnce
) -> None:
    group = buy(stand.product, method="manual")
    path = f"/admin/orders/{group['number']}/confirm-payment/"
    works = [functools.partial(stand.operator.ask, "POST", path, {})] * 3
    assert codes(at_once(works)) == {200: 1, 409: 2}
    assert story(group["orders"][0]) == ["pending", "placed"]
    delivery.drain()
    part = VendorOrder.objects.get(public_id=group["orders"][0]["id"])
    told = Message.objects.filter(dedupe_key=f"vendor_order_placed:{part.pk}")
    assert told.count() == 1
    assert invariants.faults() == []


def test_two_approvals_are_one_act(own_database: None, at_once: AtOnce) -> None:
    operators = [staff(), staff()]
    vendor = make_vendor(status="pending")
    for each in operators:
        each.ask("GET", "/admin/audit/")
    path = f"/admin/vendors/{vendor.slug}/approve/"
    works = [functools.partial(each.ask, "POST", path, {}) for each in operators]
    assert codes(at_once(works)) == {200: 1, 409: 1}
    acts = operators[0].ask("GET", "/admin/audit/").json()["results"]
    assert [each["action"] for each in acts if each["vendor"] == vendor.slug] == ["vendor.approve"]

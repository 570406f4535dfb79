"""The first page of the admin shows what waits for whom, whatever there is, at the same cost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowTask

from cms import demo
from cms.desk.home.panels import panels_for
from cms.pages.models import StandardPage
from commerce.catalogue.models import Product, ProductImage
from commerce.order.models import VendorOrder
from identity.models import User
from notifications.models import Message
from tests.factories import make_product, make_user, make_vendor
from tests.factories.orders import make_order

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
TRADE = {"vendors", "slow_vendors", "not_accepted", "messages"}
GOODS = {"moderation", "given_up", "without_picture"}
PAGES = {"submitted", "scheduled", "drafts", "locked"}


def make_person(*groups: str) -> User:
    found = make_user(is_staff=True, is_superuser=groups == ("admin",))
    if groups != ("admin",):
        found.groups.set(Group.objects.filter(name__in=groups))
    return found


def again(person: User) -> User:
    """Return the person without what was remembered of their rights."""
    return User.objects.get(pk=person.pk)


def seen(person: User) -> dict[str, Any]:
    return {each.name: each.waiting for each in panels_for(again(person))}


def titles(person: User, name: str) -> list[str]:
    return [row.title for row in seen(person)[name].rows]


def make_page(title: str, *, by: User | None = None, **fields: Any) -> Any:
    home = demo.seed()
    page = StandardPage(title=title, slug=f"page-{Page.objects.count()}", **fields)
    home.add_child(instance=page)
    page.save_revision(user=by)
    return StandardPage.objects.get(pk=page.pk)


def make_workflow(*groups: str) -> Workflow:
    workflow = Workflow.objects.create(name="Two looks")
    task = GroupApprovalTask.objects.create(name="Check the facts")
    task.groups.set(Group.objects.filter(name__in=groups))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


def test_each_group_has_the_panels_it_can_act_on() -> None:
    demo.seed()
    assert seen(make_person("Support")).keys() == {"messages"}
    assert seen(make_person("Finance")).keys() == set()
    assert seen(make_person("Operations")).keys() >= TRADE
    assert not PAGES & seen(make_person("Operations")).keys()
    assert seen(make_person("Merchandisers")).keys() >= GOODS
    assert not TRADE & seen(make_person("Merchandisers")).keys()
    assert seen(make_person("Editors")).keys() >= PAGES
    assert not (TRADE | GOODS) & seen(make_person("Editors")).keys()
    assert seen(make_person("admin")).keys() >= TRADE | GOODS | PAGES
    has_stories = apps.is_installed("cms.stories")
    assert ("without_story" in seen(make_person("Editors"))) == has_stories
    assert "without_story" not in seen(make_person("Translators"))


def test_what_was_submitted_waits_for_the_group_and_comes_back_with_words() -> None:
    writer, reviewer, other = make_person("Editors"), make_person("Support"), make_person("Finance")
    workflow = make_workflow("Support")
    page = make_page("Rainy season", by=writer)
    state = workflow.start(page, writer)
    assert titles(reviewer, "review") == ["Rainy season"]
    row = seen(reviewer)["review"].rows[0]
    assert str(writer) in row.note and row.url == f"/admin/pages/{page.pk}/edit/"
    assert "review" not in seen(other) and titles(writer, "review") == []
    mine = seen(writer)["submitted"].rows[0]
    assert (mine.title, mine.state, mine.note) == (
        "Rainy season", "In progress", "Check the facts",
    )  # fmt: skip
    state.current_task_state.reject(user=reviewer, comment="Which year?")
    mine = seen(writer)["submitted"].rows[0]
    assert mine.state == "Needs changes" and f"{reviewer}: “Which year?”" in mine.note
    assert "review" not in seen(reviewer)


def test_what_is_scheduled_drafted_and_locked_is_shown_to_whom_it_concerns() -> None:
    writer, other, at = make_person("Editors"), make_person("Editors"), timezone.now()
    soon, late = at + timedelta(days=3), at + timedelta(days=30)
    going = make_page("Going live", by=writer)
    for page, when in ((going, soon), (make_page("Far off", by=other), late)):
        page.go_live_at = when
        page.save_revision(user=other).publish()
    leaving = make_page("Leaving", live=True, expire_at=soon + timedelta(hours=1))
    make_page("Mine", by=writer)
    Page.objects.filter(pk=leaving.pk).update(locked=True, locked_by=other, locked_at=at)
    found = seen(writer)["scheduled"]
    assert [(row.title, row.state) for row in found.rows] == [
        ("Going live", "Goes live"), ("Leaving", "Expires"),
    ]  # fmt: skip
    assert found.count == 2
    assert titles(writer, "drafts") == ["Mine"] and titles(writer, "locked") == []
    assert titles(other, "locked") == ["Leaving"]


def test_both_ends_of_what_is_planned_are_shown() -> None:
    writer, at = make_person("Editors"), timezone.now().replace(microsecond=0)
    days = [at + timedelta(days=n) for n in range(2, 6)]
    for title, live_until in (("Campaign", None), ("Replaced", days[2]), ("Gone before", days[0])):
        page = make_page(title, live=live_until is not None, expire_at=live_until)
        if live_until:
            page.save_revision().publish()
            page.refresh_from_db()
        page.go_live_at, page.expire_at = days[1], days[3]
        page.save_revision(user=writer).publish()
    found = seen(writer)["scheduled"]
    assert [(row.title, row.state, row.at) for row in found.rows] == [
        ("Gone before", "Expires", days[0]),
        *((title, "Goes live", days[1]) for title in ("Campaign", "Replaced", "Gone before")),
        *((title, "Expires", days[3]) for title in ("Campaign", "Replaced")),
    ]
    assert found.count == 7


def test_titles_of_pages_that_one_may_not_see_are_not_told() -> None:
    writer, at = make_person("Editors"), timezone.now()
    secret = make_page("Secret", by=writer, expire_at=at + timedelta(days=1), live=True)
    secret.go_live_at = at + timedelta(days=1)
    secret.save_revision(user=writer).publish()
    make_workflow("Support").start(secret, writer)
    Page.objects.filter(pk=secret.pk).update(
        locked=True, locked_by=writer, locked_at=at, live=True, has_unpublished_changes=True
    )
    names = ("scheduled", "drafts", "locked", "submitted")
    assert [set(titles(writer, each)) for each in names] == [{"Secret"}] * 4
    own = make_page("Own", by=make_person("Editors"))
    GroupPagePermission.objects.filter(group__user=writer).update(page=own)
    assert [titles(writer, each) for each in names] == [[], [], [], []]


def test_goods_that_wait_are_counted_and_lead_to_their_forms() -> None:
    keeper = make_person("Merchandisers")
    plain = make_product(title="No picture")
    make_product(title="Handed in", status="submitted")
    make_product(title="A draft", status="draft")
    make_product(title="Gone", status="archived")
    ProductImage.objects.create(
        product=plain, source_url="https://example.com/a.jpg", fetch_tries=3, display_order=0,
        fetch_error="It is no picture.",
    )  # fmt: skip
    ProductImage.objects.create(
        product=plain, source_url="https://example.com/b.jpg", fetch_tries=2, display_order=1
    )
    assert titles(keeper, "moderation") == ["Handed in"]
    assert titles(keeper, "without_picture") == ["Handed in", "No picture"]
    (row,) = seen(keeper)["given_up"].rows
    assert (row.title, row.note) == ("No picture", "It is no picture.")
    assert row.url == f"/admin/desk_products/edit/{plain.pk}/"


def test_trade_that_waits_is_counted_by_vendor_and_by_order() -> None:
    keeper, at = make_person("Operations"), timezone.now()
    new, slow, quick = make_vendor(status="pending", name="New"), make_vendor(), make_vendor()
    order, other = make_order(vendors=(slow, quick), method="test"), make_order(method="manual")
    slow.vendor_orders.update(placed_at=at - timedelta(hours=25))
    Message.objects.create(
        kind="order_confirmation", channel="email", recipient="a@example.com", subject="Thanks",
        body_text="x", dedupe_key="1", status="failed", last_error="Mailbox full",
    )  # fmt: skip
    assert titles(keeper, "vendors") == [new.name]
    assert titles(keeper, "slow_vendors") == [slow.name]
    assert titles(keeper, "not_accepted") == [f"Order {order.number}"] != [f"Order {other.number}"]
    assert "Mailbox full" in seen(keeper)["messages"].rows[0].note
    VendorOrder.objects.filter(order=order).update(status="accepted")
    assert seen(keeper)["slow_vendors"].count == seen(keeper)["not_accepted"].count == 0


def fill(many: int, person: User) -> None:
    workflow = Workflow.objects.filter(name="Two looks").first() or make_workflow("Editors")
    vendor, at = make_vendor(), timezone.now()
    for n in range(many):
        make_vendor(status="pending")
        product = make_product(vendor=vendor, status="submitted" if n % 2 else "approved")
        ProductImage.objects.create(
            product=product, source_url="https://example.com/a.jpg", fetch_tries=3, display_order=0
        )
        page = make_page(f"Page {n}", by=person, expire_at=at + timedelta(days=1), live=True)
        workflow.start(page, person)
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=person, locked_at=at)
        Message.objects.create(
            kind="x", channel="email", recipient="a@example.com", body_text="x",
            dedupe_key=f"{vendor.pk}-{n}", status="failed",
        )  # fmt: skip


def test_fifty_rows_cost_the_statements_of_one() -> None:
    person = make_person("admin")
    counts = []
    for many in (1, 49):
        fill(many, person)
        panels_for(again(person))
        fresh = again(person)
        with CaptureQueriesContext(connection) as asked:
            found = {each.name: each.waiting for each in panels_for(fresh)}
        counts.append(len(asked))
    assert found["locked"].count == found["vendors"].count == found["given_up"].count == 50
    assert len(found["locked"].rows) == 6
    assert counts[0] == counts[1] <= 18, counts


@pytest.mark.parametrize("group", ["admin", "Editors", "Support", "Finance", "Operations"])
def test_the_page_greets_and_says_what_to_do(signed_in: SignIn, group: str) -> None:
    Product.objects.all().delete()
    shown = signed_in(group).get("/admin/").content.decode()
    assert "Welcome to Fashionistar" in shown and "w-summary" not in shown
    assert ("waits-vendors" in shown) == (group in ("admin", "Operations"))
    assert ("Nothing here is yours to do yet" in shown) == (group == "Finance")
    if group == "Editors":
        assert "You have no unpublished changes" in shown


def test_a_title_is_told_as_text(signed_in: SignIn) -> None:
    make_vendor(status="pending", name="<script>alert(1)</script>")
    shown = signed_in("Operations").get("/admin/").content.decode()
    assert "&lt;script&gt;alert(1)" in shown and "<script>alert(1)" not in shown


def test_all_products_without_a_story_are_one_click_away(signed_in: SignIn) -> None:
    made = {make_product().title for _ in range(8)}
    client = signed_in("Editors")
    page = client.get("/admin/").content.decode()
    way = "/admin/desk_products/?status=approved&is_public=true&story=none"
    assert way.replace("&", "&amp;") in page
    listed = client.get(way).content.decode()
    assert all(each in listed for each in made)


def test_the_greeting_is_a_name_and_no_address(signed_in: SignIn) -> None:
    person = make_user(is_staff=True, is_superuser=True, first_name="", email="long@example.com")
    client = Client()
    client.force_login(person)
    assert "Welcome to Fashionistar, long@" not in client.get("/admin/").content.decode()
    User.objects.filter(pk=person.pk).update(first_name="Ada")
    assert "Welcome to Fashionistar, Ada" in client.get("/admin/").content.decode()

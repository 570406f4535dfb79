"""The first page of the admin and its reports, as an administrator and an editor see them."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from django.utils import timezone

from cms import demo
from cms.pages.models import StandardPage
from tests.browser.visitor import GRAVE, Visitor
from tests.cms.blocks import block, items
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.timeout(600)
CALENDAR, BROKEN = "/admin/reports/content-calendar/", "/admin/reports/broken-references/"


def make_pages(writer: object) -> None:
    """Write a page with a dead link that expires soon, and a draft."""
    home, at = demo.seed(), timezone.now()
    number = StandardPage.objects.count()
    link = {"label": "On", "page": None, "url": "/lost/"}
    page = StandardPage(
        title="Rainy season, in which nothing runs", slug=f"rain-{number}",
        expire_at=at + timedelta(hours=1),
    )  # fmt: skip
    page.body = [block("call_to_action", {"title": "Go", "links": items(link)})]
    home.add_child(instance=page)
    page.save_revision(user=writer).publish()
    draft = StandardPage(title="Not out yet", slug=f"draft-{number}", live=False)
    home.add_child(instance=draft)
    draft.save_revision(user=writer)
    make_vendor(status="pending", name="Adunni Atelier")
    make_product(title="Agbada without a picture")


def opened(visitor: Visitor, path: str) -> None:
    """Open a page of the admin; what is ours on it is usable by everybody."""
    answer = visitor.page.goto(visitor.base + path)
    assert answer is not None
    assert answer.status == 200
    visitor.look(ours=False)
    assert visitor.page.locator("h1").count() == 1
    grave = [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in Axe().run(visitor.page, context="#main").response["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]
    assert grave == [], grave


@pytest.mark.parametrize("group", ["admin", "Editors"])
def test_the_desk_opens_with_what_waits_and_its_reports(visitor: Visitor, group: str) -> None:
    person = make_user(is_staff=True, is_superuser=group == "admin", first_name="Ada")
    if group != "admin":
        person.groups.add(Group.objects.get(name=group))
    make_pages(person)
    visitor.page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(person.email or "", ours=False)
    visitor.page.wait_for_url(f"{visitor.base}/admin/")
    opened(visitor, "/admin/")
    visitor.reads("Welcome to Fashionistar, Ada")
    visitor.reads("Not out yet")
    assert bool(visitor.page.get_by_text("Adunni Atelier").count()) == (group == "admin")
    opened(visitor, CALENDAR)
    is_wide = (visitor.page.viewport_size or {})["width"] > 1000
    assert visitor.page.locator(".desk-calendar").is_visible() == is_wide
    assert visitor.page.locator(".desk-days a", has_text="Rainy season").first.is_visible()
    opened(visitor, BROKEN)
    visitor.reads("/lost/: There is nothing at this address.")
    visitor.page.get_by_label("Points at").select_option(label="Typed address")
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Show", exact=True).click()
    visitor.look(ours=False)
    visitor.reads("Show all again")
    visitor.page.locator(".desk-rows a", has_text="Rainy season").first.click()
    visitor.page.wait_for_url("**/edit/**")

"""Screens of the admin hold what is long, and keep the button of the menu where it belongs."""

import pytest

from commerce.catalogue.models import Collection
from tests.browser.visitor import Visitor
from tests.factories import make_user

pytestmark = pytest.mark.timeout(600)
TOP = "(each) => each.getBoundingClientRect().top"
WIDTH = "(each) => each.getBoundingClientRect().width"


def test_long_words_break_and_the_button_of_the_menu_stays_on_the_header(visitor: Visitor) -> None:
    long, _ = Collection.objects.get_or_create(slug="q" * 128, defaults={"title": "Q" * 250})
    staff, page = make_user(is_staff=True, is_superuser=True), visitor.page
    page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(staff.email or "", ours=False)
    page.wait_for_url(f"{visitor.base}/admin/")
    page.goto(f"{visitor.base}/admin/desk_collections/?q=QQQ")
    is_wide = (page.viewport_size or {})["width"] > 1000
    title, address = page.locator("table.listing tbody td").all()[:2]
    assert title.evaluate(WIDTH) >= (224 if is_wide else 144)
    assert address.evaluate(WIDTH) <= (324 if is_wide else 196)
    if is_wide:
        fits = "(each) => each.scrollWidth <= each.parentElement.clientWidth"
        assert page.locator("table.listing").evaluate(fits)
    page.goto(f"{visitor.base}/admin/desk_collections/edit/{long.pk}/")
    page.locator("[name=slug]").fill("BAD slug!")
    with page.expect_navigation():
        page.locator("#w-editor-form").evaluate("(form) => form.submit()")
    visitor.reads("An address is made of a-z, 0-9 and dashes.")
    page.locator("main").evaluate("(each) => each.scrollTo(0, 600)")
    if not is_wide:
        button, header = page.locator(".sidebar-nav-toggle"), page.locator(".w-slim-header")
        assert button.evaluate(TOP) == header.evaluate(TOP) == 0

"""Every page of ours that is neither a vendor's nor the desk's, at a desk and at a phone."""

import pytest
from django.contrib.auth.models import Group
from django.template.loader import render_to_string

from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.factories import make_user, make_vendor

pytestmark = pytest.mark.timeout(600)


def test_the_front_page_shows_products_with_their_pictures(visitor: Visitor) -> None:
    make_garment(make_vendor(name="Adunni Atelier"))
    visitor.go("/")
    visitor.reads("₦35,000")
    pictures = visitor.page.locator(".goods img")
    assert pictures.count() >= 1
    assert pictures.first.evaluate("each => each.naturalWidth") > 0


def test_the_api_is_documented_and_opens(visitor: Visitor) -> None:
    visitor.go("/api/docs/")
    visitor.page.locator("summary").first.click()
    visitor.look()


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/login/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/1-none/",
        "/accounts/password/reset/key/done/",
        "/accounts/signup/",
        "/accounts/inactive/",
    ],
)
def test_pages_before_signing_in(visitor: Visitor, path: str) -> None:
    visitor.go(path)


def test_pages_of_ones_account(visitor: Visitor) -> None:
    visitor.go("/accounts/login/")
    visitor.sign_in(make_user().email)
    for path in ("password/change/", "email/", "sessions/", "2fa/", "logout/"):
        visitor.go(f"/accounts/{path}")
    visitor.page.locator("main").get_by_role("button", name="Sign out").click()
    visitor.page.wait_for_url(f"{visitor.base}/")


@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "429", "500"])
def test_refusals(visitor: Visitor, name: str) -> None:
    page = render_to_string(f"{name}.html")
    visitor.page.route(
        "**/refusal/", lambda route: route.fulfill(body=page, content_type="text/html")
    )
    visitor.go("/refusal/")


def test_staff_have_one_form_and_then_the_desk(visitor: Visitor) -> None:
    staff = make_user(is_staff=True)
    staff.groups.add(Group.objects.get(name="Operations"))
    visitor.go("/admin/")
    assert "/accounts/login/" in visitor.page.url
    visitor.page.get_by_label("E-mail address or phone number").fill(staff.email)
    visitor.page.get_by_label("Password", exact=True).fill("correct-horse-battery")
    visitor.page.get_by_role("button", name="Sign in").click()
    visitor.page.wait_for_url(f"{visitor.base}/admin/")
    visitor.look(ours=False)
    assert visitor.page.locator("input[type=password]").count() == 0
    visitor.page.goto(f"{visitor.base}/admin/desk_orders/")
    visitor.look(ours=False)
    visitor.page.goto(f"{visitor.base}/admin/desk_vendors/")
    visitor.look(ours=False)

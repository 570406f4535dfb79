"""A page is translated in the admin's editor of translations, at a desk and at a phone."""

import pytest
from django.utils import timezone
from wagtail.models import Locale

from cms import demo
from cms.pages.models import StandardPage
from tests.browser.visitor import Visitor
from tests.cms.translating import desk
from tests.factories import make_user

pytestmark = pytest.mark.timeout(300)


def page() -> StandardPage:
    """Have an English page whose parent is French too."""
    home = demo.seed()
    if not home.has_translation(Locale.objects.get(language_code="fr")):
        desk.begin(desk.admin(), home)
    name = f"hello-{timezone.now():%H%M%S%f}"
    found = StandardPage(
        title="Hello", slug=name, body=[{"type": "rich_text", "value": "<p>Hi</p>"}]
    )
    home.add_child(instance=found)
    return found


def test_a_text_is_translated_and_the_page_goes_to_its_reviewers(visitor: Visitor) -> None:
    source = page()
    desk.begin(desk.admin(), source)
    target = source.get_translation(desk.french())
    staff = make_user(is_staff=True, is_superuser=True)
    browser = visitor.page
    browser.goto(f"{visitor.base}/admin/pages/{target.pk}/edit/")
    visitor.sign_in(staff.email or "", ours=False)
    browser.get_by_role("button", name="Translate", exact=True).first.click()
    browser.locator("textarea").first.fill("Bonjour")
    with browser.expect_response(lambda answer: "/strings/" in answer.url) as answered:
        browser.get_by_role("button", name="Save", exact=True).first.click()
    assert answered.value.status == 201
    visitor.look(ours=False)
    visitor.press("Submit for review", role="link", ours=False)
    visitor.reads("1 of 3 texts are translated")
    visitor.press("Submit for review", ours=False)
    visitor.reads("With its reviewers")
    assert source.get_translation(desk.french()).workflow_in_progress

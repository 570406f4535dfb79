"""A row of products asks for what its source needs, and for nothing else."""

import pytest
from playwright.sync_api import expect

from cms import demo
from tests.browser.visitor import Visitor
from tests.browser.writing import Writing
from tests.cms.stories.making import make_editor

pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]
NEEDED = ("products", "collection", "category", "vendor")


def test_the_form_follows_the_source(visitor: Visitor) -> None:
    home = demo.seed()
    page = visitor.page
    page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(make_editor().email or "", ours=False)
    page.goto(f"{visitor.base}/admin/pages/add/cms_landing/landingpage/{home.pk}/")
    at = Writing(page).add("Product rail")
    for source in ("newest", "collection", "vendor", "products", "on_sale"):
        page.locator(f"[name='{at}-source']").select_option(source)
        for name in NEEDED:
            shown = page.locator(f"[data-contentpath='{name}']").last
            expect(shown).to_be_visible(visible=name == source)
    visitor.look(ours=False)

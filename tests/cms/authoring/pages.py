"""Pages, and the form in the admin that writes them."""

from typing import Any

from django.test import Client
from wagtail.models import Page, Site

from cms.pages.models import StandardPage

Form = dict[str, str]


def home() -> Page:
    """Return the page everything stands under."""
    return Site.objects.get(is_default_site=True).root_page


def make_page(*, parent: Page | None = None, **fields: Any) -> StandardPage:
    """Make a draft, under the front page unless a parent is given."""
    page = StandardPage(**{"title": "Care of adire", "slug": "care", "live": False, **fields})
    (parent or home()).add_child(instance=page)
    page.save_revision()
    return page


def form(title: str = "Care of adire", slug: str = "care", **more: str) -> Form:
    """Return what the admin's form sends for a page without blocks."""
    return {
        "title": title, "slug": slug, "seo_title": "", "search_description": "",
        "body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": "", **more,
    }  # fmt: skip


def add(client: Client, **more: str) -> StandardPage | None:
    """Send the form for a new page and return what came of it."""
    path = f"/admin/pages/add/cms_pages/standardpage/{home().pk}/"
    answer = client.post(path, form(**more))
    assert answer.status_code in (200, 302), answer.status_code
    return StandardPage.objects.filter(slug=more.get("slug", "care")).first()

"""A page saved before the editor wrote its address has one made of its title."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms import demo
from cms.core import addressing

pytestmark = pytest.mark.django_db


def add(admin: Client, **said: Any) -> Any:
    home = demo.seed()
    form = {
        "title": "", "slug": "", "body": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}, **said,
    }  # fmt: skip
    return admin.post(
        f"/admin/pages/add/cms_landing/landingpage/{home.pk}/", nested_form_data(form)
    )


def slugs(title: str) -> list[str]:
    return list(Page.objects.filter(title=title).order_by("pk").values_list("slug", flat=True))


def test_an_empty_address_is_made_of_the_title_and_free(admin: Client) -> None:
    for _ in range(2):
        assert add(admin, title="Rainy season").status_code == 302
    assert slugs("Rainy season") == ["rainy-season", "rainy-season-2"]
    assert add(admin, title="…").status_code == 302
    assert slugs("…") == ["page"]


def test_an_address_that_was_written_is_kept_or_refused(admin: Client) -> None:
    assert add(admin, title="One", slug="mine").status_code == 302
    answer = add(admin, title="Two", slug="mine")
    assert answer.status_code == 200
    assert "already in use" in answer.content.decode()
    assert (slugs("One"), slugs("Two")) == (["mine"], [])


def test_a_page_keeps_its_address_when_the_field_is_emptied(admin: Client) -> None:
    add(admin, title="Rains", slug="rains")
    page = Page.objects.get(slug="rains")
    form = {
        "title": "Other", "slug": "", "body": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }  # fmt: skip
    assert admin.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(form)).status_code == 302
    assert page.get_latest_revision_as_object().slug == "rains"


def test_a_page_without_a_title_is_still_asked_for_one(admin: Client) -> None:
    assert add(admin).status_code == 200


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("fr", "is where the pages in that language begin"),
        ("products", "The shop itself is at /products/"),
        ("preview", "The shop itself is at /preview/"),
    ],
)
def test_addresses_of_the_shop_and_its_languages_are_taken(
    admin: Client, slug: str, said: str
) -> None:
    answer = add(admin, title="Mine", slug=slug)
    assert answer.status_code == 200 and said in answer.content.decode()
    assert slugs("Mine") == []
    add(admin, title="Above", slug="above")
    above = Page.objects.get(slug="above")
    assert addressing.objection(slug, above) == ""


def test_an_address_made_of_the_title_is_none_of_the_shop(admin: Client) -> None:
    assert add(admin, title="Products").status_code == 302
    assert slugs("Products") == ["products-2"]


def test_the_admin_leads_to_the_page_in_the_frontend(admin: Client) -> None:
    add(admin, title="Rains", slug="rains", **{"action-publish": "1"})
    page = Page.objects.get(slug="rains")
    there = f"{settings.CLIENT_URL}/rains/"
    assert page.specific.url == there
    listed = admin.get(f"/admin/pages/{page.get_parent().pk}/").content.decode()
    form = admin.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'href="{there}"' in listed and f'href="{there}"' in form
    assert 'href="/rains/"' not in listed + form

"""Over Wagtail's API people may do what their groups may do in the admin."""

from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.authoring.pages import home, make_page
from tests.cms.desk.pictures import make_picture

pytestmark = pytest.mark.django_db
WRITERS = ("Editors", "Publishers", "Merchandisers")


def draft(**meta: Any) -> dict[str, Any]:
    return {
        "meta": {"type": "cms_pages.StandardPage", "parent_id": home().pk, **meta},
        "title": "Care of lace",
        "body": [{"type": "quote", "value": {"text": "Cold water.", "attribution": ""}}],
    }


@pytest.mark.parametrize("group", WRITERS)
def test_who_writes_pages_writes_drafts(group: str) -> None:
    ask = asking_as(group)
    made = ask("POST", "pages/", draft())
    assert made.status_code == 201, made.content
    page = StandardPage.objects.get(pk=made.json()["id"])
    assert not page.live and page.body[0].value["text"] == "Cold water."
    changed = ask("PATCH", f"pages/{page.pk}/", {"title": "Care of silk"})
    assert changed.status_code == 200
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Care of silk"


@pytest.mark.parametrize("group", WRITERS)
def test_only_publishers_publish(group: str) -> None:
    ask, page, may = asking_as(group), make_page(), group == "Publishers"
    assert ask("POST", f"pages/{page.pk}/actions/publish/").status_code == (200 if may else 403)
    page.refresh_from_db()
    assert page.live is may
    before = Page.objects.count()
    made = ask("POST", "pages/", draft(action="publish"))
    assert made.status_code == (201 if may else 403)
    assert Page.objects.count() == before + may
    Page.objects.filter(pk=page.pk).update(live=True)
    assert ask("POST", f"pages/{page.pk}/actions/unpublish/").status_code == (200 if may else 403)
    assert ask("DELETE", f"pages/{page.pk}/").status_code == (204 if may else 403)


@pytest.mark.parametrize("group", ["Support", "Finance", "Operations"])
def test_staff_without_rights_over_pages_read_and_write_none(group: str) -> None:
    ask, page, picture = asking_as(group), make_page(), make_picture()
    redirect = Redirect.add_redirect("/old", redirect_to="/new")
    for path in (
        "pages/", f"pages/{page.pk}/", f"pages/{page.pk}/?version=draft", "pages/find/?html_path=/",
        "images/", f"images/{picture.pk}/", "documents/", "documents/1/", "redirects/",
        f"redirects/{redirect.pk}/", f"pages/{page.pk}/revisions/",
    ):  # fmt: skip
        assert ask("GET", path).status_code == 403, path
    assert ask("POST", "pages/", draft()).status_code == 403
    assert ask("DELETE", f"images/{picture.pk}/").status_code == 403
    assert ask("GET", "whoami/").status_code == 200


def test_translators_read_pictures_and_change_none() -> None:
    ask, picture = asking_as("Translators"), make_picture()
    assert ask("GET", f"images/{picture.pk}/").status_code == 200
    assert ask("PATCH", f"images/{picture.pk}/", {"title": "Other"}).status_code == 403
    assert ask("GET", "redirects/").status_code == 403


def test_editors_keep_redirects_and_not_sites_or_locales() -> None:
    ask = asking_as("Editors")
    made = ask("POST", "redirects/", {"old_path": "/old", "redirect_link": "https://a.example/"})
    assert made.status_code == 201
    assert ask("POST", "sites/", {"hostname": "x", "root_page_id": 1}).status_code in (403, 422)
    assert ask("GET", "sites/").status_code == 403


def test_a_refused_write_leaves_nothing_half_done() -> None:
    ask, before = asking_as("Editors"), Page.objects.count()
    wrong = {**draft(), "body": [{"type": "quote", "value": {"text": "x" * 601}}]}
    assert ask("POST", "pages/", wrong).status_code == 422
    assert Page.objects.count() == before

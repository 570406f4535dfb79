"""Two who write the same page: the second is told before they write over the first."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from cms.pages.models import StandardPage
from tests.cms.authoring.pages import form, make_page
from tests.cms.desk.conftest import signed_in as signed_in

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def opened(client: Client, page: StandardPage) -> dict[str, str]:
    """Open the form; return what it carries about the version that it shows."""
    context = client.get(f"/admin/pages/{page.pk}/edit/").context
    return {
        "loaded_revision_id": str(context["page"].latest_revision_id),
        "loaded_revision_created_at": context["loaded_revision_created_at"],
    }


def save(client: Client, page: StandardPage, title: str, **more: str) -> Any:
    sent = form(title=title, slug=page.slug, **more)
    return client.post(f"/admin/pages/{page.pk}/edit/", sent)


def draft(page: StandardPage) -> str:
    return str(StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().title)


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_nobody_writes_over_a_version_they_have_not_seen(
    signed_in: SignIn, action: dict[str, str]
) -> None:
    one, other, page = signed_in("Editors"), signed_in("Publishers"), make_page()
    seen = opened(other, page)
    assert save(one, page, "By the first", **opened(one, page)).status_code == 302
    answer = save(other, page, "By the second", **seen, **action)
    shown = answer.content.decode()
    assert "Not saved yet: " in shown and "By the second" in shown
    assert f"/admin/pages/{page.pk}/revisions/compare/" in shown
    assert draft(page) == "By the first" and not StandardPage.objects.get(pk=page.pk).live
    told = answer.context
    again = {
        "loaded_revision_id": str(told["page"].latest_revision_id),
        "loaded_revision_created_at": told["loaded_revision_created_at"],
    }
    assert save(other, page, "By the second", **again, **action).status_code == 302
    assert draft(page) == "By the second"


def test_who_has_the_page_open_twice_is_told_that_it_was_them(signed_in: SignIn) -> None:
    one, page = signed_in("Editors"), make_page()
    seen = opened(one, page)
    save(one, page, "In this window", **seen)
    Revision.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    shown = save(one, page, "In the other", **seen).content.decode()
    assert "you, in another window, saved another version" in shown
    assert draft(page) == "In this window"


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_save_of_the_form_itself_that_is_under_way_stops_nobody(
    signed_in: SignIn, action: dict[str, str]
) -> None:
    one, page = signed_in("Publishers"), make_page()
    seen = opened(one, page)
    sent = form(title="Half", slug=page.slug, **seen)
    itself = one.post(f"/admin/pages/{page.pk}/edit/", sent, headers={"accept": "application/json"})
    assert itself.json()["success"] and draft(page) == "Half"
    assert save(one, page, "Half written", **seen, **action).status_code == 302
    assert draft(page) == "Half written"

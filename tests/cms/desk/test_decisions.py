"""Who decides about a page reads what they decided."""

from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from tests.cms.authoring.pages import add, form

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def decide(client: Client, pk: int, action: str, **more: str) -> str:
    said = {"action-workflow-action": "true", "workflow-action-name": action}
    answer = client.post(f"/admin/pages/{pk}/edit/", form(**said, **more))
    assert answer.status_code == 302
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def shown(client: Client, pk: int, action: str) -> str:
    """Return the page that follows a decision."""
    said = {"action-workflow-action": "true", "workflow-action-name": action}
    answer = client.post(f"/admin/pages/{pk}/edit/", form(**said), follow=True)
    return answer.content.decode()


def test_an_approval_names_the_step_that_comes_next_and_then_the_end(signed_in: SignIn) -> None:
    page = add(signed_in("Editors"), **{"action-submit": "1"})
    assert page is not None
    told = decide(signed_in("Merchandisers"), page.pk, "approve")
    assert "You approved “Care of adire”. Next: Publication." in told
    told = decide(signed_in("Publishers"), page.pk, "approve")
    assert "You approved “Care of adire”. It is live now." in told


def test_an_approval_before_its_hour_says_when_it_goes_live(signed_in: SignIn) -> None:
    plan = {"go_live_at": "2099-01-02 10:30"}
    page = add(signed_in("Editors"), **{"action-submit": "1"}, **plan)
    assert page is not None
    decide(signed_in("Merchandisers"), page.pk, "approve", **plan)
    told = decide(signed_in("Publishers"), page.pk, "approve", **plan)
    assert "You approved “Care of adire”. It goes live on 2 January 2099, 10:30." in told


def test_changes_that_were_asked_for_are_told_of(signed_in: SignIn) -> None:
    page = add(signed_in("Editors"), **{"action-submit": "1"})
    assert page is not None
    told = decide(signed_in("Merchandisers"), page.pk, "reject")
    assert "You asked for changes to “Care of adire”" in told


def test_a_plain_save_tells_of_no_decision(signed_in: SignIn) -> None:
    editor = signed_in("Editors")
    page = add(editor)
    assert page is not None
    answer = editor.post(f"/admin/pages/{page.pk}/edit/", form(title="New"))
    assert "You approved" not in " ".join(map(str, get_messages(answer.wsgi_request)))


def test_who_submitted_and_approves_in_an_old_tab_reads_that_nothing_was_decided(
    signed_in: SignIn,
) -> None:
    publisher = signed_in("Publishers")
    page = add(publisher, **{"action-submit": "1"})
    assert page is not None
    decide(signed_in("Merchandisers"), page.pk, "approve")
    told = shown(publisher, page.pk, "approve")
    assert "Nothing was decided. You submitted this, so that another person" in told
    assert "kept as a draft" in told
    assert "You approved" not in told and "has been updated" not in told
    page.refresh_from_db()
    assert (page.live, page.current_workflow_task.name) == (False, "Publication")


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_what_was_decided_by_another_is_not_said_to_be_ones_own(
    signed_in: SignIn, action: str
) -> None:
    page = add(signed_in("Editors"), **{"action-submit": "1"})
    assert page is not None
    decide(signed_in("Publishers"), page.pk, "reject")
    told = shown(signed_in("Merchandisers"), page.pk, action)
    assert "Nothing was decided. The page does not wait for your decision." in told
    assert "You approved" not in told and "You asked" not in told

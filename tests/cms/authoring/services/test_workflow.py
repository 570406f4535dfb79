"""A page goes from an editor over a merchandiser to a publisher, and nobody goes round."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowPage, WorkflowState

from cms.authoring.services import workflow
from cms.pages.models import StandardPage
from tests.cms.authoring.pages import add, form, make_page
from tests.cms.desk.conftest import signed_in as signed_in

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def page(signed_in: SignIn) -> StandardPage:
    """An editor's page, submitted."""
    found = add(signed_in("Editors"), **{"action-submit": "1"})
    assert found is not None
    return found


def decide(client: Client, page: StandardPage, action: str, comment: str = "") -> int:
    state = page.current_workflow_task_state
    door = f"/admin/pages/workflow/action/{page.pk}/{action}/{state.pk}/"
    status = client.post(door, {"comment": comment}).status_code
    page.refresh_from_db()
    return status


def waits_for(page: StandardPage) -> str:
    found = StandardPage.objects.get(pk=page.pk).current_workflow_task
    return str(found.name) if found else ""


def test_the_root_has_our_review_and_no_other() -> None:
    workflow.ensure_workflow()
    found = WorkflowPage.objects.get()
    assert (found.page.depth, found.workflow.name) == (1, "Editorial review")
    assert [each.name for each in found.workflow.tasks] == ["Product check", "Publication"]
    assert Workflow.objects.count() == 1 and Task.objects.count() == 2
    groups = [
        set(each.specific.groups.values_list("name", flat=True)) for each in Task.objects.all()
    ]
    assert groups == [{"Merchandisers", "Publishers"}, {"Publishers"}]


def test_what_staff_change_of_it_stays() -> None:
    root = Page.get_first_root_node()
    other = Workflow.objects.create(name="Quick look")
    WorkflowPage.objects.filter(page=root).update(workflow=other)
    workflow.ensure_workflow()
    assert WorkflowPage.objects.get(page=root).workflow == other


def test_wagtails_own_workflow_goes_and_ours_takes_the_root() -> None:
    Workflow.objects.all().delete()
    foreign = Workflow.objects.create(name="Moderators approval")
    WorkflowPage.objects.create(page=Page.get_first_root_node(), workflow=foreign)
    workflow.ensure_workflow()
    assert WorkflowPage.objects.get().workflow.name == "Editorial review"
    assert not Workflow.objects.filter(name="Moderators approval").exists()


def test_from_an_editor_over_a_merchandiser_to_a_publisher(
    signed_in: SignIn, page: StandardPage
) -> None:
    assert not page.live and waits_for(page) == "Product check"
    assert decide(signed_in("Merchandisers"), page, "approve") == 302
    assert not page.live and waits_for(page) == "Publication"
    assert decide(signed_in("Publishers"), page, "approve") == 302
    assert page.live and waits_for(page) == ""


def test_a_publisher_takes_both_steps(signed_in: SignIn, page: StandardPage) -> None:
    publisher = signed_in("Publishers")
    assert decide(publisher, page, "approve") == 302
    assert not page.live
    assert decide(publisher, page, "approve") == 302
    assert page.live


def test_a_merchandiser_takes_the_first_step_only(signed_in: SignIn, page: StandardPage) -> None:
    merchandiser = signed_in("Merchandisers")
    decide(merchandiser, page, "approve")
    decide(merchandiser, page, "approve")
    assert not page.live and waits_for(page) == "Publication"


@pytest.mark.parametrize("group", ["Editors", "Translators", "Support"])
def test_others_approve_nothing(signed_in: SignIn, page: StandardPage, group: str) -> None:
    decide(signed_in(group), page, "approve")
    assert not page.live and waits_for(page) == "Product check"


def test_an_editor_does_not_approve_their_own(signed_in: SignIn, page: StandardPage) -> None:
    author = Client()
    author.force_login(page.owner)
    decide(author, page, "approve")
    assert not page.live and waits_for(page) == "Product check"


def test_a_rejected_page_goes_back_with_what_is_wrong(
    signed_in: SignIn, page: StandardPage
) -> None:
    assert decide(signed_in("Merchandisers"), page, "reject", "The lace is sold out") == 302
    assert not page.live
    state = page.current_workflow_state
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert TaskState.objects.get().comment == "The lace is sold out"
    author = Client()
    author.force_login(page.owner)
    assert "The lace is sold out" in author.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    again = form(title="Care of lace", **{"action-restart-workflow": "1", "action-submit": "1"})
    assert author.post(f"/admin/pages/{page.pk}/edit/", again).status_code == 302
    assert waits_for(page) == "Product check"


@pytest.mark.parametrize(
    ("group", "publishes"),
    [("Publishers", True), ("Editors", False), ("Merchandisers", False), ("Translators", False)],
)
def test_who_publishes_past_the_review(signed_in: SignIn, group: str, publishes: bool) -> None:
    client = signed_in(group)
    new = add(client, slug="new", **{"action-publish": "1"})
    assert new is not None and new.live is publishes
    old = make_page(slug="old")
    client.post(f"/admin/pages/{old.pk}/edit/", form(slug="old", **{"action-publish": "1"}))
    old.refresh_from_db()
    assert old.live is publishes


def test_who_holds_no_right_over_pages_writes_none(signed_in: SignIn) -> None:
    assert add(signed_in("Support")) is None
    assert Group.objects.get(name="Support").page_permissions.count() == 0


def test_an_editor_unlocks_their_own_lock_and_not_anothers(signed_in: SignIn) -> None:
    page, editor, other = make_page(), signed_in("Editors"), signed_in("Editors")
    editor.post(f"/admin/pages/{page.pk}/lock/")
    page.refresh_from_db()
    assert page.locked
    other.post(f"/admin/pages/{page.pk}/unlock/")
    page.refresh_from_db()
    assert page.locked
    editor.post(f"/admin/pages/{page.pk}/unlock/")
    page.refresh_from_db()
    assert not page.locked

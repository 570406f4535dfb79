"""A page goes from an editor over a merchandiser to a publisher, and nobody goes round."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.blocks import StreamValue
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowPage, WorkflowState

from cms.authoring.exceptions import NotPublishable
from cms.authoring.services import workflow
from cms.pages.models import StandardPage
from common.exceptions import NotAllowed
from common.models import AuditEntry
from identity.models import User
from tests.cms.authoring.pages import add, form, home, make_page
from tests.cms.desk.conftest import signed_in as signed_in
from tests.cms.publishing.test_holding import only_through_review
from tests.factories import make_user

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


def whoever(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


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


def test_one_publisher_does_not_take_both_steps(signed_in: SignIn, page: StandardPage) -> None:
    publisher, other = signed_in("Publishers"), signed_in("Publishers")
    assert decide(publisher, page, "approve") == 302
    edit = f"/admin/pages/{page.pk}/edit/"
    shown = publisher.get(edit).content.decode()
    assert "You approved a step of this review before" in shown
    assert 'data-workflow-action-name="approve"' not in shown
    assert page.title not in publisher.get("/admin/").content.decode()
    assert decide(publisher, page, "approve") == 302
    assert not page.live and waits_for(page) == "Publication"
    assert "You approved a step of this review before" in publisher.get(edit).content.decode()
    saved = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    publisher.post(edit, form(**saved))
    page.refresh_from_db()
    assert not page.live
    assert "You approved" not in other.get(edit).content.decode()
    assert decide(other, page, "approve") == 302
    assert page.live


def test_who_submitted_gives_no_last_approval_but_asks_for_changes(signed_in: SignIn) -> None:
    publisher = signed_in("Publishers")
    page = add(publisher, **{"action-submit": "1"})
    assert page is not None
    decide(signed_in("Merchandisers"), page, "approve")
    decide(publisher, page, "approve")
    assert not page.live and waits_for(page) == "Publication"
    shown = publisher.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "You submitted this, so that another person" in shown
    assert decide(publisher, page, "reject", "Wait") == 302
    assert page.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


@pytest.fixture
def last_step(signed_in: SignIn, page: StandardPage) -> StandardPage:
    """The page before its last approval, where the website says only through review."""
    only_through_review()
    decide(signed_in("Merchandisers"), page, "approve")
    return page


def write(client: Client, page: StandardPage, **changed: str) -> str:
    sent = form(slug=page.slug, **changed)
    shown = client.post(f"/admin/pages/{page.pk}/edit/", sent, follow=True).content.decode()
    page.refresh_from_db()
    return shown


def waiting(client: Client) -> int:
    """Return how many steps wait for the person."""
    task = Task.objects.get(name="Publication").specific
    found: int = task.get_task_states_user_can_moderate(whoever(client)).count()
    return found


AND_APPROVE = {"action-workflow-action": "1", "workflow-action-name": "approve"}
CHANGED = "You changed it since the last approval"


@pytest.mark.parametrize("room", ["action", "collect_action_data"])
def test_who_asks_for_changes_says_which(signed_in: SignIn, page: StandardPage, room: str) -> None:
    merchandiser, state = signed_in("Merchandisers"), page.current_workflow_task_state
    door = f"/admin/pages/workflow/{room}/{page.pk}/reject/{state.pk}/"
    ajax = {"x-requested-with": "XMLHttpRequest"}
    asked = merchandiser.post(door, {"comment": " "}, headers=ajax).json()
    assert "Say what is to be changed." in asked["html"] and waits_for(page) == "Product check"
    told = merchandiser.post(door, {"comment": "The hem"}, headers=ajax).json()
    assert told["step"] == "success"


def test_who_changed_it_gives_no_last_approval(signed_in: SignIn, last_step: StandardPage) -> None:
    publisher, other = signed_in("Publishers"), signed_in("Publishers")
    write(publisher, last_step, title="In other words")
    shown = publisher.get(f"/admin/pages/{last_step.pk}/edit/").content.decode()
    assert CHANGED in shown and 'data-workflow-action-name="approve"' not in shown
    assert [waiting(each) for each in (publisher, other)] == [0, 1]
    decide(publisher, last_step, "approve")
    assert not last_step.live and waits_for(last_step) == "Publication"
    decide(other, last_step, "approve")
    assert last_step.live and last_step.title == "In other words"


def test_what_is_written_with_an_approval_is_kept_and_waits_for_another(
    signed_in: SignIn, last_step: StandardPage
) -> None:
    shown = write(signed_in("Publishers"), last_step, title="In other words", **AND_APPROVE)
    assert "Nothing was decided." in shown and CHANGED in shown
    assert "kept as a draft" in shown
    assert not last_step.live and waits_for(last_step) == "Publication"
    assert last_step.get_latest_revision_as_object().title == "In other words"


def test_who_only_plans_or_puts_back_approves(signed_in: SignIn, last_step: StandardPage) -> None:
    publisher, words = signed_in("Publishers"), last_step.get_latest_revision_as_object().title
    write(publisher, last_step, title="In other words")
    write(publisher, last_step, title=words, go_live_at="2099-01-01 10:00")
    assert waiting(publisher) == 1
    decide(publisher, last_step, "approve")
    assert waits_for(last_step) == "" and last_step.approved_schedule


def test_what_another_wrote_since_is_approved(signed_in: SignIn, last_step: StandardPage) -> None:
    write(signed_in("Publishers"), last_step, title="In other words")
    decide(signed_in("Publishers"), last_step, "approve")
    assert last_step.live


def spoil(page: StandardPage) -> None:
    """Keep a draft whose quote says nothing, as a form keeps it that saves itself."""
    draft = page.get_latest_revision_as_object()
    empty = {"type": "quote", "value": {"text": "", "author": ""}, "id": ""}
    draft.body = StreamValue(draft.body.stream_block, [empty], is_lazy=True)
    draft.save_revision(clean=False)
    page.refresh_from_db()


@pytest.mark.parametrize("group", ["Publishers", ""])
def test_a_draft_that_lacks_something_is_not_approved(
    signed_in: SignIn, page: StandardPage, group: str
) -> None:
    decide(signed_in("Merchandisers"), page, "approve")
    spoil(page)
    client = signed_in(group) if group else superuser()
    decide(client, page, "approve")
    assert not page.live and waits_for(page) == "Publication"
    shown = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "cannot be published as it is. Body, block 1 (Quote): This field is required." in shown
    state = page.current_workflow_task_state
    with pytest.raises(NotPublishable):
        state.task.specific.on_action(state, whoever(client), "approve")
    assert decide(client, page, "reject", "Say something") == 302
    assert page.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


@pytest.mark.parametrize("below", ["", "on"])
def test_many_are_published_when_none_lacks_anything(signed_in: SignIn, below: str) -> None:
    publisher, whole = signed_in("Publishers"), make_page(slug="whole")
    broken = make_page(slug="broken", parent=whole if below else None, title="Not yet")
    spoil(broken)
    keys = [whole.pk] if below else [whole.pk, broken.pk]
    query = "&".join(f"id={key}" for key in keys)
    path = f"/admin/bulk/wagtailcore/page/publish/?{query}&next=/admin/pages/{home().pk}/"
    shown = publisher.post(path, {"include_descendants": below}, follow=True).content.decode()
    assert (
        "Nothing was published. “Not yet” is not ready: Body, block 1 (Quote): This field" in shown
    )
    assert not Page.objects.filter(pk__in=[whole.pk, broken.pk], live=True).exists()
    broken.save_revision()
    publisher.post(path, {"include_descendants": below})
    assert Page.objects.filter(pk__in=[whole.pk, broken.pk], live=True).count() == 2


def superuser() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def test_where_publishers_publish_at_once_they_mend_and_approve(
    signed_in: SignIn, last_step: StandardPage
) -> None:
    only_through_review(on=False)
    write(signed_in("Publishers"), last_step, title="In other words", **AND_APPROVE)
    assert last_step.live and last_step.title == "In other words"


def test_a_superuser_takes_both_steps_and_the_log_says_so(page: StandardPage) -> None:
    admin = superuser()
    decide(admin, page, "approve")
    assert not AuditEntry.objects.filter(action="review.overridden").exists()
    decide(admin, page, "approve")
    assert page.live
    assert AuditEntry.objects.get(action="review.overridden").after["step"] == "Publication"


def test_no_door_past_the_rule(page: StandardPage) -> None:
    publisher = make_user(is_staff=True)
    publisher.groups.add(Group.objects.get(name="Publishers"))
    for _ in range(2):
        state = page.current_workflow_task_state
        task = state.task.specific
        if state.task.name == "Publication":
            with pytest.raises(NotAllowed):
                task.on_action(state, publisher, "approve")
        else:
            task.on_action(state, publisher, "approve")
        page = StandardPage.objects.get(pk=page.pk)
    assert not page.live


def reviewed_by(signed_in: SignIn, client: Client) -> StandardPage:
    """Return another page, whose first step this client has approved."""
    found = add(signed_in("Editors"), slug="other", **{"action-submit": "1"})
    assert found is not None
    decide(client, found, "approve")
    return found


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_step_of_another_page_is_not_found_below_this_one(
    signed_in: SignIn, page: StandardPage, action: str
) -> None:
    publisher = signed_in("Publishers")
    other = reviewed_by(signed_in, publisher)
    state = other.current_workflow_task_state
    door = f"/admin/pages/workflow/action/{page.pk}/{action}/{state.pk}/"
    assert publisher.post(door).status_code == 404
    assert (waits_for(page), waits_for(other)) == ("Product check", "Publication")


def test_a_step_that_is_over_is_not_taken_again(signed_in: SignIn, page: StandardPage) -> None:
    merchandiser, publisher = signed_in("Merchandisers"), signed_in("Publishers")
    over = page.current_workflow_task_state
    decide(merchandiser, page, "approve")
    door = f"/admin/pages/workflow/action/{page.pk}/approve/{over.pk}/"
    edit = f"/admin/pages/{page.pk}/edit/"
    assert publisher.post(door)["Location"] == edit
    assert "does not wait for this step any more" in publisher.get(edit).content.decode()
    led = publisher.post(door, headers={"x-requested-with": "XMLHttpRequest"}).json()
    assert led == {"step": "success", "redirect": edit}
    assert waits_for(page) == "Publication"


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
    [("Publishers", True), ("Editors", False), ("Merchandisers", False)],
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

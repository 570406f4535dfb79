"""The way a page goes from a draft to the site: looked at by two, in order."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

REVIEW = "Editorial review"
STEPS = (("Product check", ("Merchandisers", "Publishers")), ("Publication", ("Publishers",)))
# Wagtail's own migrations put a workflow and a task of this name on the root.
FOREIGN = "Moderators approval"


@transaction.atomic
def ensure_workflow() -> None:
    """Put the editorial review on the root page, once; what staff change of it afterwards stays."""
    root = Page.get_first_root_node()
    if root is None:
        return
    _forget_the_foreign_one()
    workflow, is_new = Workflow.objects.get_or_create(name=REVIEW)
    if is_new:
        for place, (name, groups) in enumerate(STEPS):
            WorkflowTask.objects.create(
                workflow=workflow, task=_task(name, groups), sort_order=place
            )
        WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})


def _task(name: str, groups: tuple[str, ...]) -> Task:
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.set(Group.objects.filter(name__in=groups))
    return task


def _forget_the_foreign_one() -> None:
    for workflow in Workflow.objects.filter(name=FOREIGN, active=True):
        if WorkflowState.objects.filter(workflow=workflow).exists():
            workflow.deactivate()
        else:
            workflow.delete()
    Task.objects.filter(
        name=FOREIGN, task_states__isnull=True, workflow_tasks__isnull=True
    ).delete()

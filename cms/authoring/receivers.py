"""What follows from migrations."""

from typing import Any

from cms.authoring.services import workflow


def make_workflow(**kwargs: Any) -> None:
    """Put the editorial review in place, once the groups are there."""
    workflow.ensure_workflow()

"""What goes live and expires by itself, each in a transaction of its own."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from django.apps import apps
from wagtail.models import DraftStateMixin, Page, Revision

from cms.authoring.services import turns

log = structlog.get_logger(__name__)


def keep(*, at: datetime) -> int:
    """Take down what has expired and publish what is due; the answer is how many of both.

    What fails is logged and tried again at the next call, and holds up nothing else. Two at once
    do each thing once.
    """
    expired = [(model, pk) for model in _kinds() for pk in _expired(model, at)]
    due = Revision.objects.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at", "pk")
    acts: list[tuple[Callable[..., bool], Any]] = [(_take_down, each) for each in expired]
    acts += [(_go_live, pk) for pk in due.values_list("pk", flat=True)]
    return sum(_tried(act, what, at) for act, what in acts)


def _tried(act: Callable[..., bool], what: Any, at: datetime) -> bool:
    try:
        return act(what, at)
    except Exception:
        log.exception("schedule_failed", act=act.__name__, what=str(what))
        return False


@turns.one_writer_of_pages()
def _go_live(revision_id: int, at: datetime) -> bool:
    rows = Revision.objects.select_for_update(skip_locked=True)
    revision = rows.filter(pk=revision_id, approved_go_live_at__lte=at).first()
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


@turns.one_writer_of_pages()
def _take_down(which: tuple[type[Any], int], at: datetime) -> bool:
    model, pk = which
    rows = model._default_manager.select_for_update(skip_locked=True, of=("self",))
    found = rows.filter(pk=pk, live=True, expire_at__lte=at).first()
    if found is None:
        return False
    found.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _expired(model: type[Any], at: datetime) -> list[int]:
    rows = model._default_manager.filter(live=True, expire_at__lte=at).order_by("expire_at", "pk")
    return list(rows.values_list("pk", flat=True))


def _kinds() -> list[type[Any]]:
    drafted = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in drafted if not issubclass(model, Page))]

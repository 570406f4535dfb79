"""Whether the process lives, and whether the shop is ready to serve."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

WORKER_SILENT = timedelta(seconds=30)
_migrated: set[str] = set()


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the process serves; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 once migrated, seeded, projected and a worker was ever heard, else 503 with why.

    Later a silent worker, who may be busy or gone, is a note: what is stored is served without.
    """
    notes: list[str] = []
    try:
        waiting = _waiting()
        if not waiting:
            notes = _notes()
    except DatabaseError as error:
        waiting = [f"The database does not answer: {type(error).__name__}"]
    answer = JsonResponse(
        {"status": "waiting" if waiting else "ready", "waiting_for": waiting, "notes": notes},
        status=503 if waiting else 200,
    )
    answer["Cache-Control"] = "no-store"
    return answer


def _waiting() -> list[str]:
    if not _is_migrated():
        return ["migrations"]
    found = []
    if settings.DEMO and not _exists("SELECT 1 FROM identity_user WHERE is_demo LIMIT 1"):
        found.append("demo data")
    if not _exists(_PROJECTED):
        found.append("product documents")
    if _worker_heard_at() is None:
        found.append("a worker")
    return found


_PROJECTED = """
  SELECT 1 WHERE EXISTS (SELECT 1 FROM storefront_productdocument)
     OR NOT EXISTS (
       SELECT 1 FROM catalogue_product p JOIN partner_partner s ON s.id = p.vendor_id
       WHERE p.is_public AND p.status = 'approved' AND s.status = 'approved' AND s.is_open)
"""


def _is_migrated() -> bool:
    if "all" not in _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated.add("all")
    return True


def _notes() -> list[str]:
    heard = _worker_heard_at()
    if heard is None or heard > timezone.now() - WORKER_SILENT:
        return []
    return [f"No worker was heard since {heard:%d %B %Y, %H:%M:%S} UTC."]


def _worker_heard_at() -> datetime | None:
    from common.outbox.models import Heartbeat

    return Heartbeat.objects.aggregate(at=Max("at"))["at"]


def _exists(statement: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone() is not None

"""The audit log as staff read it."""

from typing import Any

from django.db.models import QuerySet

from common.models import AuditEntry


def newest_first() -> QuerySet[AuditEntry]:
    """Return every act with who did it, the newest first."""
    return AuditEntry.objects.select_related("actor").order_by("-at", "-id")


def as_data(entry: AuditEntry) -> dict[str, Any]:
    """Return an act as it goes over the wire."""
    return {
        "id": entry.pk,
        "at": entry.at,
        "actor": entry.actor.public_id if entry.actor else None,
        "action": entry.action,
        "subject": {"type": entry.subject_type, "id": entry.subject_id},
        "vendor": entry.vendor_slug or None,
        "before": entry.before,
        "after": entry.after,
    }

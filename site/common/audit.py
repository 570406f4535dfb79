"""Who did what: one row per act of staff or of a vendor."""

from datetime import datetime
from typing import Any

from django.db import models

from common.models import AuditEntry


def record(
    *,
    actor: Any,
    action: str,
    subject: models.Model,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    vendor_slug: str = "",
) -> AuditEntry:
    """Write the act of `actor` (None for the system) on `subject` into the audit log.

    The subject is named by its public id, number or slug where it has one, else by its key.
    """
    return AuditEntry.objects.create(
        actor=actor if getattr(actor, "pk", None) else None,
        action=action,
        subject_type=subject._meta.label_lower,
        subject_id=name_of(subject),
        before=before or {},
        after=after or {},
        at=at,
        vendor_slug=vendor_slug,
    )


def name_of(subject: models.Model) -> str:
    """Return what the audit log calls a row: its public id, number, slug or key."""
    for name in ("public_id", "number", "slug"):
        if found := getattr(subject, name, ""):
            return str(found)[:80]
    return str(subject.pk)

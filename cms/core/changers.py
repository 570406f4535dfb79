"""Who changed a row of the shop last, be it told by our audit or by Wagtail's log."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.timesince import timesince
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import registry

from common.audit import name_of
from common.models import AuditEntry


def last_change(row: models.Model, *, since: Any) -> tuple[str, str]:
    """Return who changed a row last since then, and how long ago."""
    then = _moment(since)
    kept = AuditEntry.objects.filter(subject_type=row._meta.label_lower, subject_id=name_of(row))
    logs = registry.get_logs_for_instance(row).select_related("user")
    found = [(each.at, each.actor) for each in kept.select_related("actor").order_by("-at")[:1]]
    found += [(each.timestamp, each.user) for each in logs.order_by("-timestamp")[:1]]
    at, user = max(found, key=lambda each: each[0], default=(then, None))
    who = get_user_display_name(user) if user else "Somebody else"
    if at and timezone.now() - at < timedelta(minutes=1):
        return who, "just now"
    return who, f"{timesince(at)} ago" if at else "meanwhile"


def _moment(said: Any) -> datetime | None:
    found = None
    with suppress(ValueError):
        found = parse_datetime(said) if isinstance(said, str) else None
    return found.replace(tzinfo=UTC) if found and timezone.is_naive(found) else found

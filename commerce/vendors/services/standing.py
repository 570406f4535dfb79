"""Letting vendors in, keeping them out, and what they say of themselves."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commerce.partner.models import Partner
from commerce.vendors.exceptions import StandingUnreachable
from common import audit
from common.exceptions import Invalid, NotFound
from common.outbox.services import events
from common.utils.text import too_long

Status = Partner.Status
MAX_DESCRIPTION = 5_000


def approve(*, slug: str, by: Any, at: datetime) -> Partner:
    """Let a pending vendor sell.

    :raises StandingUnreachable: unless it is pending.
    """
    return _step("approve", slug, (Status.PENDING,), Status.APPROVED, by, at, "vendor.approved")


def suspend(*, slug: str, by: Any, at: datetime) -> Partner:
    """Take an approved vendor out of the shop.

    :raises StandingUnreachable: unless it is approved.
    """
    return _step("suspend", slug, (Status.APPROVED,), Status.SUSPENDED, by, at)


def reopen(*, slug: str, by: Any, at: datetime) -> Partner:
    """Let a suspended or closed vendor sell again.

    :raises StandingUnreachable: unless it is suspended or closed.
    """
    return _step("reopen", slug, (Status.SUSPENDED, Status.CLOSED), Status.APPROVED, by, at)


@transaction.atomic
def change_profile(*, vendor_id: int, by: Any, at: datetime, **fields: Any) -> Partner:
    """Set what the vendor says of itself, or what we agreed with it.

    `fields` are those of the model: `name`, `description`, `city`, `email`, `phone`, `is_open`,
    `logo`, `commission_rate`. Orders already placed keep the commission they were sold at.

    :raises Invalid: when a name is empty, a description too long or a commission no share.
    """
    rate = fields.get("commission_rate", 0)
    if not 0 <= rate <= 1:
        raise Invalid("A commission is between nothing and everything.", pointer="/commission_rate")
    if not fields.get("name", "-").strip():
        raise Invalid("A vendor has a name.", pointer="/name")
    description(fields.get("description", ""))
    vendor = Partner.objects.select_for_update(of=("self",)).get(pk=vendor_id)
    before = {name: getattr(vendor, name) for name in fields}
    for name, value in fields.items():
        setattr(vendor, name, value)
    if fields and before != fields:
        vendor.save(update_fields=list(fields))
        was, now = _plain(before), _plain(fields)
        _record("vendor.profile_changed", vendor, by, at, was, now, "vendor.changed")
    return vendor


def description(said: str) -> str:
    """Return what a vendor says of itself.

    :raises Invalid: when it is too long.
    """
    if problem := too_long(said, MAX_DESCRIPTION, "A description"):
        raise Invalid(problem, pointer="/description")
    return said


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, str | bool | None) else str(getattr(value, "pk", value))
        for name, value in fields.items()
    }


@transaction.atomic
def _step(
    name: str,
    slug: str,
    sources: tuple[str, ...],
    goal: str,
    by: Any,
    at: datetime,
    event: str = "vendor.changed",
) -> Partner:
    vendor = Partner.objects.select_for_update(of=("self",)).filter(slug=slug).first()
    if vendor is None:
        raise NotFound
    old = vendor.status
    if not Partner.objects.filter(pk=vendor.pk, status__in=sources).update(status=goal):
        raise StandingUnreachable(f"A vendor that is {old} cannot take the step {name}.")
    vendor.status = goal
    _record(f"vendor.{name}", vendor, by, at, {"status": old}, {"status": goal}, event)
    return vendor


def _record(
    action: str,
    vendor: Partner,
    by: Any,
    at: datetime,
    before: dict[str, Any],
    after: dict[str, Any],
    event: str,
) -> None:
    audit.record(
        actor=by,
        action=action,
        subject=vendor,
        at=at,
        before=before,
        after=after,
        vendor_slug=vendor.slug,
    )
    events.record(type=event, subject_id=vendor.public_id, payload={"vendor_id": vendor.pk})

"""Which vendors a person works for, and the one they speak for now."""

from typing import Any

from django.db.models import QuerySet

from commerce.partner.models import Partner
from commerce.vendors.exceptions import VendorRequired
from common.exceptions import NotFound


def run_by(user: Any) -> QuerySet[Partner]:
    """Return the vendors the person is an active member of, the closed ones left out."""
    return (
        Partner.objects.filter(members__user_id=user.pk, members__is_active=True)
        .exclude(status=Partner.Status.CLOSED)
        .order_by("name", "id")
    )


def one_of(user: Any, slug: str | None) -> Partner:
    """Return the vendor named `slug`, or the only one the person works for.

    :raises NotFound: when it is not theirs, or they have none.
    :raises VendorRequired: when none is named and they work for several.
    """
    mine = run_by(user)
    if slug:
        found = mine.filter(slug=slug).first()
        if found is None:
            raise NotFound
        return found
    several = list(mine[:2])
    if len(several) > 1:
        raise VendorRequired
    if not several:
        raise NotFound
    return several[0]

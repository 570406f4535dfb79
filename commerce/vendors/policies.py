"""What each role at a vendor may do."""

from typing import Any

from commerce.partner.models import Partner
from commerce.vendors.exceptions import RoleTooLow
from commerce.vendors.models import Member
from commerce.vendors.selectors import vendors

KEEPERS = (Member.Role.OWNER, Member.Role.MANAGER)
MAKERS = (*KEEPERS, Member.Role.TAILOR)


def holds_vendor_audience(user: Any) -> bool:
    """Return whether the person works for a vendor that is not closed."""
    return bool(user.is_active) and vendors.run_by(user).exists()


def can_keep(user: Any, vendor: Partner) -> bool:
    """Return whether the person may change the profile and the stock."""
    return _has_role(user, vendor, KEEPERS)


def can_fulfil(user: Any, vendor: Partner) -> bool:
    """Return whether the person may accept, reject and ship orders."""
    return _has_role(user, vendor, MAKERS)


def require_can_keep(user: Any, vendor: Partner) -> None:
    """Let owners and managers pass.

    :raises RoleTooLow: for everybody else.
    """
    if not can_keep(user, vendor):
        raise RoleTooLow


def require_can_fulfil(user: Any, vendor: Partner) -> None:
    """Let owners, managers and tailors pass.

    :raises RoleTooLow: for everybody else.
    """
    if not can_fulfil(user, vendor):
        raise RoleTooLow


def _has_role(user: Any, vendor: Partner, roles: tuple[str, ...]) -> bool:
    return bool(
        user.is_active
        and vendor.members.filter(user_id=user.pk, is_active=True, role__in=roles).exists()
    )

"""What of Wagtail's API a person may use at all; within it Wagtail asks for each page and act."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from common.exceptions import NotAllowed
from identity.models import User
from identity.policies import roles

ANY = ("add", "change", "delete", "view", "choose", "publish")
# What Wagtail lets everybody read; the rest of its API asks for permissions of its own.
OPEN = {
    "pages": lambda: Page,
    "images": get_image_model,
    "documents": get_document_model,
    "redirects": lambda: Redirect,
}


def can_enter(user: roles.Person) -> bool:
    """Return whether the API lets the person in: staff who work in the admin now."""
    return roles.is_staff_member(user) and roles.can_enter_admin(user)


def require_can_enter(user: roles.Person) -> None:
    """Let staff pass who work in the admin now.

    :raises NotAllowed: to everybody else.
    """
    if not can_enter(user):
        raise NotAllowed("This API is for staff who work in the admin.")


def can_use(user: User, surface: str) -> bool:
    """Return whether any of the person's groups works with what the surface holds."""
    if surface not in OPEN:
        return True
    policy = policy_registry.get_by_type(OPEN[surface]())
    return bool(policy.user_has_any_permission(user, ANY))


def require_can_use(user: User, surface: str) -> None:
    """Let a person pass who works with what the surface holds.

    :raises NotAllowed: when none of their groups does.
    """
    if not can_use(user, surface):
        raise NotAllowed(f"None of your groups works with {surface}.")

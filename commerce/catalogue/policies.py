"""Who may do what in the catalogue; nobody named is the system itself."""

from typing import Any

from commerce.catalogue.exceptions import NotYourCatalogue, NotYourProduct

KEEPERS = ("owner", "manager")


def can_moderate(user: Any) -> bool:
    """Tell whether the person may publish, archive and curate."""
    return user is None or bool(
        user.is_active and user.is_staff and user.has_perm("catalogue.change_product")
    )


def can_keep(user: Any, vendor: Any) -> bool:
    """Tell whether the person may change products of the vendor."""
    if can_moderate(user):
        return True
    members = vendor.members.filter(user_id=user.pk, is_active=True, role__in=KEEPERS)
    return bool(user.is_active and members.exists())


def require_can_moderate(user: Any) -> None:
    """Refuse whoever may not publish, archive and curate.

    :raises NotYourCatalogue: for everybody else.
    """
    if not can_moderate(user):
        raise NotYourCatalogue


def require_can_keep(user: Any, vendor: Any) -> None:
    """Refuse whoever may not change products of the vendor.

    :raises NotYourProduct: for everybody else.
    """
    if not can_keep(user, vendor):
        raise NotYourProduct


def require_may(user: Any, action: str, model: str) -> None:
    """Refuse staff without the permission, such as `change` of `category`, and everybody else.

    :raises NotYourCatalogue: for them.
    """
    if user is None:
        return
    if not (user.is_active and user.is_staff and user.has_perm(f"catalogue.{action}_{model}")):
        raise NotYourCatalogue

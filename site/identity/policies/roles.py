"""What a signed-in person is, in words; one rule for API, pages and the admin."""

from django.contrib.auth.models import AnonymousUser

from identity.models import User

Person = User | AnonymousUser


def is_staff_member(user: Person) -> bool:
    """Return whether the person works for the marketplace."""
    return user.is_active and user.is_staff


def can_enter_admin(user: Person) -> bool:
    """Return whether the admin opens for the person."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def can_edit_content(user: Person) -> bool:
    """Return whether the person may write pages, anywhere."""
    return is_staff_member(user) and _holds_over_pages(user, "add", "change")


def can_publish_content(user: Person) -> bool:
    """Return whether the person may make pages live and take them back, anywhere."""
    return is_staff_member(user) and _holds_over_pages(user, "publish")


def can_translate(user: Person) -> bool:
    """Return whether the person may write pages in further languages."""
    if not is_staff_member(user):
        return False
    return user.has_perm("wagtail_localize.submit_translation") or _in_group(user, "Translators")


def can_merchandise(user: Person) -> bool:
    """Return whether the person may change products, collections and offers."""
    return is_staff_member(user) and user.has_perm("catalogue.change_product")


def can_run_operations(user: Person) -> bool:
    """Return whether the person may act on orders."""
    return is_staff_member(user) and user.has_perm("order.change_order")


def can_view_messages(user: Person) -> bool:
    """Return whether the person may read what was sent to whom."""
    return is_staff_member(user) and user.has_perm("notifications.view_message")


def can_view_finance(user: Person) -> bool:
    """Return whether the person may read payments."""
    return is_staff_member(user) and user.has_perm("payment.view_payment")


def _holds_over_pages(user: Person, *actions: str) -> bool:
    from wagtail.models import Page
    from wagtail.permissions import policy_registry

    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, actions))


def _in_group(user: Person, name: str) -> bool:
    return user.is_superuser or user.groups.filter(name=name).exists()

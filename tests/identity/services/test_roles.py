"""A migrated database has the groups, each with exactly the page rights it should have."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission, Page
from wagtail.permissions import policy_registry

from identity.models import User
from identity.services import roles
from tests.factories import make_user

pytestmark = pytest.mark.django_db
RIGHTS = {
    "Editors": {"add_page", "change_page", "lock_page"},
    "Publishers": {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
    "Merchandisers": {"add_page", "change_page"},
    "Translators": {"bulk_delete_page"},
}


def rights(group: str) -> set[str]:
    found = GroupPagePermission.objects.filter(group__name=group)
    assert {each.page.depth for each in found} <= {1}
    return {each.permission.codename for each in found}


def member(group: str) -> User:
    user = make_user(is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def test_a_migrated_database_has_them_and_nobody_else_holds_rights_over_pages() -> None:
    assert {name: rights(name) for name in RIGHTS} == RIGHTS
    assert set(GroupPagePermission.objects.values_list("group__name", flat=True)) == set(RIGHTS)
    assert not Group.objects.filter(name="Moderators").exists()


def test_what_was_given_beyond_over_pages_is_taken_back_and_over_models_is_kept() -> None:
    editors, root = Group.objects.get(name="Editors"), Page.get_first_root_node()
    child = root.get_first_child()
    publish = Permission.objects.get(codename="publish_page")
    for page in (root, child):
        GroupPagePermission.objects.create(group=editors, page=page, permission=publish)
    extra = Permission.objects.get(codename="add_product")
    editors.permissions.add(extra)
    before = GroupPagePermission.objects.filter(group__name="Publishers").count()
    roles.ensure_groups()
    roles.ensure_groups()
    assert rights("Editors") == RIGHTS["Editors"]
    assert extra in editors.permissions.all()
    assert GroupPagePermission.objects.filter(group__name="Publishers").count() == before


def test_wagtails_moderators_go_unless_somebody_is_one() -> None:
    somebody = make_user(is_staff=True)
    somebody.groups.add(Group.objects.create(name="Moderators"))
    roles.ensure_groups()
    assert Group.objects.filter(name="Moderators").exists()
    somebody.groups.clear()
    roles.ensure_groups()
    assert not Group.objects.filter(name="Moderators").exists()


@pytest.mark.parametrize(
    ("group", "may"),
    [("Editors", True), ("Publishers", True), ("Merchandisers", True), ("Translators", False),
     ("Support", False)],
)  # fmt: skip
def test_who_may_add_pictures(group: str, may: bool) -> None:
    policy = policy_registry.get_by_type(get_image_model())
    assert policy.user_has_permission(member(group), "add") is may
    assert policy.user_has_permission(member(group), "choose") is (may or group == "Translators")


@pytest.mark.parametrize("group", ["Editors", "Publishers", "Merchandisers", "Translators"])
def test_all_who_write_pages_may_enter_the_admin(group: str) -> None:
    assert member(group).has_perm("wagtailadmin.access_admin")


def test_publishers_keep_the_settings_and_the_menus() -> None:
    publisher, editor = member("Publishers"), member("Editors")
    for permission in ("cms_navigation.change_sitesettings", "cms_navigation.change_menu"):
        assert publisher.has_perm(permission) and not editor.has_perm(permission)

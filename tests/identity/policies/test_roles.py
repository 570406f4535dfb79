"""What a person may do with content follows from what their groups may do with pages."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from identity.policies import roles
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("group", "edits", "publishes", "translates"),
    [("Editors", True, False, False), ("Publishers", True, True, False),
     ("Merchandisers", True, False, False), ("Translators", False, False, True),
     ("Support", False, False, False)],
)  # fmt: skip
def test_groups_decide(group: str, edits: bool, publishes: bool, translates: bool) -> None:
    user = make_user(is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    assert roles.can_edit_content(user) is edits
    assert roles.can_publish_content(user) is publishes
    assert roles.can_translate(user) is translates


def test_an_administrator_may_all_and_who_left_nothing() -> None:
    chief = make_user(is_staff=True, is_superuser=True)
    assert roles.can_publish_content(chief) and roles.can_translate(chief)
    left = make_user(is_staff=False)
    left.groups.add(Group.objects.get(name="Publishers"))
    for nobody in (left, AnonymousUser()):
        assert not roles.can_edit_content(nobody)
        assert not roles.can_publish_content(nobody)
        assert not roles.can_translate(nobody)

"""Revisions side by side say in words what is no text."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from cms import demo
from identity.models import User
from tests.cms.authoring.pages import make_page
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db
LIVE = datetime(2026, 11, 30, 10, 3, tzinfo=UTC)


@pytest.fixture
def admin() -> Client:
    demo.seed()
    return at_the_desk("admin")


def test_a_schedule_is_two_values_in_the_time_of_who_looks(admin: Client) -> None:
    page = make_page()
    page.go_live_at, page.show_in_menus = LIVE, True
    page.save_revision()
    path = f"/admin/pages/{page.pk}/revisions/compare/earliest...latest/"

    def said(zone: str) -> str:
        person = User.objects.get(pk=admin.session["_auth_user_id"])
        UserProfile.objects.update_or_create(user=person, defaults={"current_time_zone": zone})
        return str(admin.get(path).content.decode())

    gone, new = '<span class="deletion">', '<span class="addition">'
    for zone, when in (("UTC", "30 Nov 2026, 10:03"), ("Africa/Lagos", "30 Nov 2026, 11:03")):
        assert f"{gone}not set</span> {new}{when}</span>" in said(zone)
    assert f"{gone}No</span> {new}Yes</span>" in said("UTC")
    page.go_live_at, page.expire_at = None, LIVE
    page.save_revision()
    back = admin.get(path.replace("earliest", str(page.revisions.order_by("-pk")[1].pk)))
    found = back.content.decode()
    assert "Expiry date/time" in found
    assert f"11:03</span> {new}not set" in found or f"10:03</span> {new}not set" in found

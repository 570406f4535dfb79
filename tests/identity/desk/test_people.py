"""Staff open and change accounts; the address, the sessions and the powers stay in step."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.test import Client

from identity.models import User
from tests.factories import make_user
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db
ROOT, NEW = "/admin/users/", "/admin/users/new/"
SECRET = "indigo-on-cotton-9"


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def said(**changes: Any) -> dict[str, Any]:
    return {
        "email": "", "phone": "", "first_name": "", "last_name": "", "password1": "",
        "password2": "", **changes,
    }  # fmt: skip


def signed_in(user: User, password: str = PASSWORD) -> Client:
    client = Client()
    answer = client.post("/accounts/login/", {"login": user.email, "password": password})
    assert answer.status_code == 302
    return client


def edit(user: User) -> str:
    return f"/admin/users/edit/{user.pk}/"


def test_the_list_shows_people_by_whatever_name_they_have(admin: Client) -> None:
    make_user(email=None, phone="+2348010000001")
    make_user(email="ada@example.com", first_name="Ada", last_name="Obi")
    shown = admin.get(ROOT).content.decode()
    assert "+2348010000001" in shown and "Ada Obi" in shown and "(blank)" not in shown
    found = admin.get(f"{ROOT}?q=80100").content.decode()
    assert "+2348010000001" in found and "Ada Obi" not in found


def test_people_are_added_by_email_or_by_phone(admin: Client) -> None:
    assert admin.get(NEW).status_code == 200
    support = Group.objects.get(name="Support")
    asked = said(email="New@Example.com", password1=SECRET, password2=SECRET, is_staff="on")
    assert admin.post(NEW, {**asked, "groups": [support.pk]}).status_code == 302
    new = User.objects.get(email="new@example.com")
    assert new.is_staff and list(new.groups.all()) == [support]
    address = EmailAddress.objects.get(user=new)
    assert (address.email, address.primary, address.verified) == ("new@example.com", True, False)
    assert signed_in(new, SECRET).get("/admin/").status_code == 200
    assert admin.post(NEW, said(phone="0801 234 5678", first_name="Ada")).status_code == 302
    other = User.objects.get(phone="+2348012345678")
    assert other.email is None and not other.has_usable_password()
    assert admin.get(edit(other)).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {}, {"email": "x"}, {"phone": "x"}, {"email": "TAKEN@example.com"},
        {"phone": "+2348010000009"}, {"phone": "+2348010000010", "is_staff": "on"},
        {"email": "a@example.com", "is_superuser": "on"},
        {"email": "a@example.com", "password1": "short", "password2": "short"},
        {"email": "a@example.com", "password1": SECRET, "password2": "other"},
        {"email": "a@example.com", "first_name": "a\x00b"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(admin: Client, wrong: Any) -> None:
    make_user(email="taken@example.com", phone="+2348010000009")
    before = User.objects.count()
    answer = admin.post(NEW, said(**wrong))
    assert answer.status_code == 200 and "error" in answer.content.decode()
    assert User.objects.count() == before


def test_a_new_address_is_signed_in_with_and_the_old_one_is_not(admin: Client) -> None:
    user = make_user(email="old@example.com")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    admin.post(edit(user), said(email="old@example.com", first_name="Ada", is_active="on"))
    assert EmailAddress.objects.get(user=user).verified
    admin.post(edit(user), said(email="now@example.com", is_active="on"))
    assert list(EmailAddress.objects.values_list("email", "verified")) == [
        ("now@example.com", False)
    ]
    admin.post(edit(user), said(phone="+2348010000002", is_active="on"))
    user.refresh_from_db()
    assert (user.email, user.phone) == (None, "+2348010000002")
    assert not EmailAddress.objects.exists()


def test_switching_off_and_a_new_password_end_the_sessions(admin: Client) -> None:
    user = make_user(email="ada@example.com")
    theirs = signed_in(user)
    admin.post(edit(user), said(email=user.email, first_name="Ada", is_active="on"))
    assert theirs.get("/accounts/sessions/").status_code == 200
    new = {"password1": SECRET, "password2": SECRET, "is_active": "on"}
    admin.post(edit(user), said(email=user.email, **new))
    assert not UserSession.objects.filter(user=user).exists()
    assert theirs.get("/accounts/sessions/").status_code == 302
    signed_in(user, SECRET)
    admin.post(edit(user), said(email=user.email))
    user.refresh_from_db()
    assert not user.is_active and not UserSession.objects.filter(user=user).exists()


def test_many_are_switched_off_at_once(admin: Client) -> None:
    user = make_user()
    signed_in(user)
    path = f"/admin/bulk/identity/user/set_active_state/?id={user.pk}"
    assert admin.get(path).status_code == 200
    admin.post(path, {"mark_as_active": "False"})
    user.refresh_from_db()
    assert not user.is_active and not UserSession.objects.filter(user=user).exists()


def test_who_changes_their_own_password_stays_signed_in_here_only() -> None:
    user = make_user(email="boss@example.com", is_staff=True, is_superuser=True)
    here, there = signed_in(user), signed_in(user)
    answer = here.post(edit(user), said(email=user.email, password1=SECRET, password2=SECRET))
    assert answer.status_code == 302
    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302
    assert UserSession.objects.get(user=user).session_key == here.session.session_key
    user.refresh_from_db()
    assert user.is_active and user.is_staff and user.is_superuser


def test_only_administrators_make_and_change_administrators() -> None:
    clerk = make_user(is_staff=True)
    clerk.user_permissions.add(
        *Permission.objects.filter(codename__in=("access_admin", "add_user", "change_user"))
    )
    client = Client()
    client.force_login(clerk)
    boss, user = make_user(is_staff=True, is_superuser=True), make_user()
    assert client.get(edit(boss)).status_code == 302
    new = {"password1": SECRET, "password2": SECRET, "is_active": "on"}
    client.post(edit(boss), said(email=boss.email, **new))
    client.post(
        edit(user), said(email=user.email, is_active="on", is_staff="on", is_superuser="on")
    )
    assert client.get(NEW).status_code == 200
    client.post(NEW, said(email="x@example.com", is_staff="on", is_superuser="on"))
    boss.refresh_from_db()
    user.refresh_from_db()
    assert boss.check_password(PASSWORD) and user.is_staff and not user.is_superuser
    assert not User.objects.get(email="x@example.com").is_superuser


def test_who_may_not_manage_people_is_turned_away() -> None:
    support = make_user(is_staff=True)
    support.groups.add(Group.objects.get(name="Support"))
    client = Client()
    client.force_login(support)
    assert client.post(NEW, said(email="x@example.com")).status_code == 302
    assert client.post(edit(support), said(email=support.email)).status_code == 302
    assert not User.objects.filter(email="x@example.com").exists()

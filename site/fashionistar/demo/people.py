"""The demo's sign-ins."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from fashionistar.running.announcement import PASSWORD
from identity.models import User

DOMAIN = "fashionistar.example"


def seed() -> dict[str, User]:
    """Make the people who are missing and return all by name."""
    people = {
        "admin": _person("admin", is_staff=True, is_superuser=True),
        "editor": _person("editor", is_staff=True),
        "shopper": _person("shopper", first_name="Ada", last_name="Obi"),
    }
    people["editor"].groups.add(Group.objects.get(name="Editors"))
    for number in range(1, 7):
        people[f"vendor{number}"] = _person(f"vendor{number}")
    return people


def _person(name: str, **fields: Any) -> User:
    email = f"{name}@{DOMAIN}"
    found = User.objects.filter(email=email).first()
    if found is not None:
        return found
    person = User.objects.create_user(email=email, password=PASSWORD, is_demo=True, **fields)
    EmailAddress.objects.create(user=person, email=email, primary=True, verified=True)
    return person

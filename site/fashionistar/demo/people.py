"""The demo's sign-ins."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from fashionistar.running.announcement import PASSWORD
from identity.models import User

DOMAIN = "fashionistar.example"
STAFF = {
    "editor": "Editors",
    "publisher": "Publishers",
    "merchandiser": "Merchandisers",
    "translator": "Translators",
}


def seed() -> dict[str, User]:
    """Make the people who are missing and return all by name."""
    people = {
        "admin": _person("admin", is_staff=True, is_superuser=True),
        "shopper": _person("shopper", first_name="Ada", last_name="Obi"),
    }
    for name, group in STAFF.items():
        people[name] = _person(name, is_staff=True)
        people[name].groups.add(Group.objects.get(name=group))
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

"""Who may be told of answers: people who work here, a handful of them."""

import re

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MOST = 10


def addresses_in(text: str) -> list[str]:
    """Return the addresses of a text once each, whether lines, commas or spaces part them."""
    found = re.split(r"[\s,;]+", text.lower())
    return [each for each in dict.fromkeys(found) if each]


def addresses_of_staff(text: str) -> None:
    """Let a text pass that names at most ten people who work here by their e-mail addresses.

    :raises ValidationError: when it does not; it names the address.
    """
    found = addresses_in(text)
    if len(found) > MOST:
        raise ValidationError(f"Name at most {MOST} people.")
    for each in found:
        validate_email(each)
    staff = get_user_model().objects.filter(is_staff=True, is_active=True, email__in=found)
    known = set(staff.values_list("email", flat=True))
    for each in found:
        if each not in known:
            raise ValidationError(f"Nobody who works here has the address {each}.")

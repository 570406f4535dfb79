"""Where a link may lead: a path of the shop, or an http(s) address."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from common.utils.addresses import is_path

LONGEST = 500
_MARKUP = re.compile(r"[<>\"]")
_web = URLValidator(schemes=["http", "https"])
_secure = URLValidator(schemes=["https"])


def is_safe(url: str) -> bool:
    """Return whether a client may follow the link."""
    return len(url) <= LONGEST and (is_path(url) or _passes(_web, url))


def safe(url: str) -> str:
    """Return the link where a client may follow it, else nothing."""
    return url if is_safe(url) else ""


def is_secure(url: str) -> bool:
    """Return whether the link is an https address."""
    return _passes(_secure, url)


def validate_link(url: str) -> None:
    """Refuse what is neither a path nor an http(s) address.

    :raises ValidationError: when it is neither.
    """
    if not is_safe(url):
        raise ValidationError(
            "Give a path of the shop such as /about/, or an address that begins with https://."
        )


def validate_secure(url: str) -> None:
    """Refuse what is no https address.

    :raises ValidationError: when it is none.
    """
    if not is_secure(url):
        raise ValidationError("Give an address that begins with https://.")


def _passes(validator: URLValidator, url: str) -> bool:
    if _MARKUP.search(url):
        return False
    try:
        validator(url)
    except ValidationError:
        return False
    return True

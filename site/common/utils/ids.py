"""Public identifiers: opaque, prefixed, not sequential."""

import secrets
import string

ALPHABET = string.digits + string.ascii_letters
NUMBER_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new(prefix: str) -> str:
    """Return a fresh id such as `bsk_` and 22 random characters (131 bits)."""
    return f"{prefix}_{''.join(secrets.choice(ALPHABET) for _ in range(22))}"


def order_number() -> str:
    """Return a number a person can read out: `F` and 11 random characters (55 bits)."""
    return "F" + "".join(secrets.choice(NUMBER_ALPHABET) for _ in range(11))

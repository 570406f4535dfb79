"""What files of the libraries are called: nobody who is not told an address guesses it."""

import secrets
from pathlib import PurePath

from wagtail.coreutils import string_to_ascii

PUBLIC = (
    "Files here are public: whoever has the address of one can read it. Keep nothing private here."
)
LONGEST = 60


def unguessable(filename: str) -> str:
    """Return the name with a part in it that no other file has had: `look-1f2e….jpg`."""
    name = PurePath(filename)
    stem = string_to_ascii(name.stem)[:LONGEST]
    return f"{stem}-{secrets.token_hex(6)}{name.suffix.lower()}"

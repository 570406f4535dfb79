"""Plain-letter names for handles and options."""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata

SLUG_LENGTH = 200
CODE_LENGTH = 60
_FIELD_TERMS = {"colour": "color"}


def digest(text: str, length: int = 8) -> str:
    """Give a short stable fingerprint of ``text``."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def plain(text: str) -> tuple[str, bool]:
    """Fold ``text`` to lower-case ASCII; the second value tells whether letters were lost."""
    folded = unicodedata.normalize("NFKD", text.strip()).casefold()
    ascii_text = folded.encode("ascii", "ignore").decode()
    lost = any(char.isalnum() and not char.isascii() for char in folded)
    return ascii_text, lost


def slug_of(handle: str) -> str:
    """Make the slug of a handle: ``[a-z0-9-]``, at most 200 characters, never empty.

    A fingerprint is added when letters were lost or cut, so that two handles stay two slugs.
    """
    ascii_text, lost = plain(handle)
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
    if slug and not lost and len(slug) <= SLUG_LENGTH:
        return slug
    stem = slug[: SLUG_LENGTH - 9].strip("-") or "product"
    return f"{stem}-{digest(handle)}"


def code_of(name: str) -> str:
    """Make the code of an option or attribute: ``[a-z0-9_]``, not starting with a digit."""
    ascii_text, lost = plain(name)
    code = re.sub(r"[^a-z0-9]+", "_", ascii_text).strip("_")
    code = _FIELD_TERMS.get(code, code)
    if lost or not code or len(code) > CODE_LENGTH:
        code = f"{code[: CODE_LENGTH - 9].strip('_') or 'option'}_{digest(name)}"
    if code[0].isdigit() or keyword.iskeyword(code):
        code = f"n_{code}"
    return code

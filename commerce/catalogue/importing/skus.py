"""Stock keeping units for rows that carry none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from commerce.catalogue.importing.slugs import digest, plain

SKU_LENGTH = 64
_DIGEST_LENGTH = 10


def derive_sku(vendor_slug: str, handle: str, options: Mapping[str, str]) -> str:
    """Make the same readable SKU, at most 64 characters, every time for the same variant.

    ``options`` maps option code to label; its order does not matter. The parts are joined by
    dots (``VENDOR.HANDLE.SMALL``); a fingerprint follows when they do not tell the whole story.
    """
    labels = [options[code] for code in sorted(options)]
    tokens = [_token(part) for part in (vendor_slug, handle, *labels)]
    readable = ".".join(token for token, _ in tokens).upper()
    if all(exact for _, exact in tokens) and len(readable) <= SKU_LENGTH:
        return readable
    identity = json.dumps([vendor_slug, handle, sorted(options.items())])
    stem = readable[: SKU_LENGTH - _DIGEST_LENGTH - 1].rstrip(".-_")
    return f"{stem}.{digest(identity, _DIGEST_LENGTH).upper()}"


def _token(part: str) -> tuple[str, bool]:
    ascii_text, lost = plain(part)
    exact = not lost and re.fullmatch(r"[a-z0-9]+(?:[ -][a-z0-9]+)*", part.lower()) is not None
    token = re.sub(r"[^a-z0-9_-]+", "-", ascii_text.replace(" ", "_")).strip("-_")
    return token or "X", exact

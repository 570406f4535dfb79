"""Who calls about a basket, and which version of it they have in mind."""

import re
from typing import Any

import orjson
from rest_framework.request import Request

from commerce.basket.selectors.access import Caller
from common.apis import etags
from common.exceptions import StaleMatch

_TAG = re.compile(r'"(bsk_[0-9A-Za-z]+)-(\d{1,9})-[0-9a-f]+"')


def caller_of(request: Request | Any) -> Caller:
    """Return the person signed in, if any, and the basket token sent, if any."""
    user = request.user if request.user is not None and request.user.is_authenticated else None
    return Caller(user=user, token=request.headers.get("X-Basket-Token", ""))


def version_of(request: Request | Any, basket_id: str) -> int | None:
    """Return the version that If-Match names, None without one.

    :raises StaleMatch: when it names no version of this basket.
    """
    sent = request.headers.get("If-Match", "").strip()
    if sent in ("", "*"):
        return None
    found = _TAG.fullmatch(sent)
    if found is None or found[1] != basket_id:
        raise StaleMatch("If-Match names no version of this basket.")
    return int(found[2])


def tag_of(data: dict[str, Any]) -> str:
    """Return the tag of a basket as written: its version, and all that stock and prices say."""
    shown = orjson.dumps({name: each for name, each in data.items() if name != "token"})
    return etags.of_version(data["id"], data["version"], etags.of_bytes(shown).strip('"'))

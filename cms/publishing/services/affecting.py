"""What an event of content says is affected, in one shape and bounded."""

from collections.abc import Iterable, Sequence
from typing import Any

MOST = 200
"""How many places an event names; beyond, it says `all`."""

Place = dict[str, Any]


def place(*, locale: str, path: str, and_below: bool = False) -> Place:
    """Return a place: the path without the prefix of its language, alone or with all below it."""
    return {"locale": locale, "path": path, **({"and_below": True} if and_below else {})}


def affected(
    places: Iterable[Place], *, menus: Sequence[str] = (), site: bool = False, sitemap: bool = False
) -> dict[str, Any]:
    """Return what every event of content says of what it affects.

    The first two hundred places, each once, and their languages; `all` where there are more; the
    keys of menus; whether the shop about itself (`/site/`) and the sitemap answer otherwise.
    """
    found: dict[tuple[str, str], Place] = {}
    for each in places:
        found.setdefault((each["locale"], each["path"]), {}).update(each)
    shown = list(found.values())[:MOST]
    return {
        "affected": shown,
        "locales": sorted({each["locale"] for each in found.values()}),
        "menus": list(menus),
        "site": site,
        "sitemap": sitemap,
        "all": len(found) > MOST,
    }

"""A menu as data: what its items point at is looked up at each read."""

from collections.abc import Iterator
from typing import Any

from cms.core.addresses import is_safe
from cms.navigation.models import Menu
from cms.navigation.selectors import targets
from cms.navigation.selectors.targets import Ref, Target
from common.utils.text import plain

Item = dict[str, Any]


def as_data(menu: Menu) -> Item:
    """Return a menu in the shape of `GET /store/menus/{key}/`.

    At most seven statements, however many items: one a kind of thing that occurs, three for pages.
    """
    locale = menu.locale.language_code
    return {"key": menu.key, "locale": locale, "items": items_of(menu)}


def items_of(menu: Menu) -> list[Item]:
    """Return the items of a menu that lead somewhere public, in their order."""
    raw = list(menu.items.raw_data)
    known = targets.resolve(_refs(raw), locale=menu.locale.language_code)
    return list(_items(raw, known))


def _refs(raw: list[Item]) -> Iterator[Ref]:
    for each in raw:
        value = each["value"]
        if each["type"] != "link" and value.get("target"):
            yield each["type"], value["target"]
        yield from _refs(value.get("children") or [])


def _items(raw: list[Item], known: dict[Ref, Target]) -> Iterator[Item]:
    for each in raw:
        kind, value = each["type"], each["value"]
        target = _typed(value) if kind == "link" else known.get((kind, value.get("target")))
        if target is not None:
            yield {
                "label": plain(value.get("label") or "") or plain(target.label),
                "url": target.url,
                "type": kind,
                "children": list(_items(value.get("children") or [], known)),
            }


def _typed(value: Item) -> Target | None:
    url = value.get("url") or ""
    return Target(url, url) if is_safe(url) else None

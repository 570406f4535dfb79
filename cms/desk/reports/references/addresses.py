"""Typed addresses: which of them lie in the shop, and which lead somewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect

from cms.core import links
from cms.delivery.selectors.pages import served
from common.rooms import own_rooms

# Where every client has a room of its own.
ROOMS = frozenset(
    ("", "account", "basket", "cart", "checkout", "login", "orders", "search", "signup",
     "wishlist", "wishlists")
)  # fmt: skip
SINGLE = {
    "products": "product", "collections": "collection", "categories": "category",
    "vendors": "vendor",
}  # fmt: skip
THINGS = frozenset(SINGLE)


def inner(address: str) -> str:
    """Return the path of an address in the shop, with a slash at its end; nothing for others."""
    if address.startswith(settings.CLIENT_URL + "/"):
        address = address[len(settings.CLIENT_URL) :]
    if not address.startswith("/") or address.startswith("//"):
        return ""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ""
    return path if path.endswith("/") else f"{path}/"


def thing(path: str) -> tuple[str, str]:
    """Return `("products", "adire-shirt")` of the path of a thing of the shop, else nothings."""
    parts = _bare(path).strip("/").split("/")
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] in THINGS else ("", "")


def _bare(path: str) -> str:
    """Return a path without its language."""
    for code, _ in settings.LANGUAGES:
        if path.startswith(f"/{code}/"):
            return path[len(code) + 1 :]
    return path


@dataclass(frozen=True)
class Ways:
    """The paths at which there is a page or a redirect, and where redirects lead in the shop.

    `pages` are known without their language too, `own` only with it, as clients ask for them.
    """

    known: frozenset[str]
    pages: frozenset[str]
    own: frozenset[str]
    moved: Mapping[str, str]

    @classmethod
    def read(cls) -> "Ways":
        """Read all of them; two statements."""
        pages = served().filter(depth__gte=2).values_list("url_path", "locale__language_code")
        own = {links.prefix_of(code) + links.path_of(path) for path, code in pages}
        found = own | {links.path_of(path) for path, _ in pages}
        rows = Redirect.objects.only("old_path", "redirect_link", "redirect_page_id")
        moved = {each.old_path: "" if each.redirect_page_id else of_redirect(each) for each in rows}
        known = frozenset(found | {f"{each}/" for each in moved})
        return cls(known, frozenset(found), frozenset(own), moved)

    def hold_page(self, old_path: str) -> bool:
        """Return whether a page stands at the path of a redirect, whatever its query."""
        return f"{old_path.partition('?')[0].rstrip('/')}/" in self.own

    def go_round(self, old_path: str) -> bool:
        """Return whether a redirect leads back to itself, or into a circle, past every page."""
        seen: set[str] = set()
        at = old_path
        while at not in seen:
            seen.add(at)
            to = self.moved.get(at, "")
            at = Redirect.normalise_path(to) if to else ""
            if not at or f"{at}/".replace("//", "/") in self.pages:
                return False
        return True

    def lead_somewhere(self, path: str) -> bool:
        """Return whether a path is a page's, a redirect's or a client's own; things not asked."""
        if path in self.known or f"{Redirect.normalise_path(path)}/" in self.known:
            return True
        room, _, rest = _bare(path).strip("/").partition("/")
        return room in ROOMS | own_rooms() or (room in THINGS and not rest)


def of_redirect(redirect: Any) -> str:
    """Return the path in the shop to which a redirect's typed address leads, or nothing."""
    return inner(str(redirect.redirect_link or ""))


def named(paths: Iterable[str]) -> dict[str, set[str]]:
    """Return the slugs that paths name, by kind of thing."""
    found: dict[str, set[str]] = {}
    for kind, slug in map(thing, paths):
        if kind:
            found.setdefault(kind, set()).add(slug)
    return found

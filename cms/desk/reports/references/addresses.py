"""Typed addresses: which of them lie in the shop, and which lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect

from cms.core import links
from cms.delivery.selectors.pages import served

# Where every client has a room of its own, and what the service answers itself.
ROOMS = frozenset(
    ("", "account", "accounts", "api", "basket", "cart", "checkout", "login", "media", "orders",
     "partner", "search", "signup", "static", "wishlist", "wishlists")
)  # fmt: skip
THINGS = frozenset(("products", "collections", "categories", "vendors"))


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
    """The paths at which there is a page or a redirect."""

    known: frozenset[str]

    @classmethod
    def read(cls) -> "Ways":
        """Read all of them; two statements."""
        pages = served().filter(depth__gte=2).values_list("url_path", "locale__language_code")
        found = {links.prefix_of(code) + links.path_of(path) for path, code in pages}
        found |= {links.path_of(path) for path, _ in pages}
        moved = Redirect.objects.values_list("old_path", flat=True)
        return cls(frozenset(found | {f"{each}/" for each in moved}))

    def lead_somewhere(self, path: str) -> bool:
        """Return whether a path is a page's, a redirect's or a client's own; things not asked."""
        if path in self.known or f"{Redirect.normalise_path(path)}/" in self.known:
            return True
        room, _, rest = _bare(path).strip("/").partition("/")
        return room in ROOMS or (room in THINGS and not rest)


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

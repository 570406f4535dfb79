"""What is wrong with a redirect: it would never be asked, or it leads back to itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.navigation.selectors import redirects
from common import rooms

SERVED = "This service answers addresses below /{room} itself: a redirect from there is never read."
STANDS = "A live page stands at this address: move or unpublish it first."
ITSELF = "It leads to itself."
BACK = "It leads back to itself over {way}."


@dataclass(frozen=True)
class Draft:
    """A redirect as it would be saved; of all sites without one, `key` once it is stored."""

    old_path: str
    link: str = ""
    site: Site | None = None
    key: int | None = None

    @property
    def sites(self) -> Iterable[Site]:
        """The sites on which it would be read."""
        return Site.objects.all() if self.site is None else [self.site]


def of_old_path(draft: Draft) -> str:
    """Return why nobody would ever be led on from its old path, or nothing."""
    room = rooms.first(Redirect.normalise_path(draft.old_path))
    if room in rooms.own_rooms():
        return SERVED.format(room=room)
    return STANDS if any(redirects.is_page(e, draft.old_path) for e in draft.sites) else ""


def of_link(draft: Draft) -> str:
    """Return why its link ends nowhere, or nothing."""
    for site in draft.sites if draft.link else ():
        normal = Redirect.normalise_path
        if normal(redirects.inside(site, draft.link) or " ") == normal(draft.old_path):
            return ITSELF
        way = redirects.way_back(site, draft.old_path, draft.link, without=draft.key)
        if way:
            return BACK.format(way=", ".join(way))
    return ""

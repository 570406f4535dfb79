"""The trees of the site: one a language, each below its own front page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page, Site

from cms.core import links


@dataclass(frozen=True)
class Tree:
    """The pages of one language; `path` and `url_path` are those of its front page."""

    locale: str
    path: str
    url_path: str

    def holds(self, page: Any) -> bool:
        """Return whether the page is of this tree."""
        return str(page.path).startswith(self.path)

    def path_of(self, page: Any) -> str:
        """Return the page's path as frontends ask for it: `/` is the front page."""
        return "/" + page.url_path[len(self.url_path) :]


@dataclass(frozen=True)
class Trees:
    """Every tree of a site."""

    by_locale: dict[str, Tree]

    def of(self, page: Any) -> Tree | None:
        """Return the tree the page is of."""
        return next((each for each in self.by_locale.values() if each.holds(page)), None)

    def pages(self) -> QuerySet[Page]:
        """Return the live, public pages of all trees."""
        inside = Q(pk__in=[])
        for each in self.by_locale.values():
            inside |= Q(path__startswith=each.path)
        found: QuerySet[Page] = Page.objects.live().filter(links.unrestricted(), inside)
        return found


def trees(site: Site | None = None) -> Trees:
    """Return the trees of a site, of the shop's own without one; one statement."""
    sites = Site.objects.filter(is_default_site=True) if site is None else [site.pk]
    roots = Page.objects.filter(sites_rooted_here__in=sites)
    rows = (
        Page.objects.filter(translation_key__in=roots.values("translation_key"))
        .filter(Q(live=True) | Q(sites_rooted_here__in=sites))
        .order_by("path")
        .values_list("locale__language_code", "path", "url_path")
    )
    return Trees({row[0]: Tree(*row) for row in rows})

"""Finding the page a path names."""

from dataclasses import dataclass
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from common.exceptions import NotFound


@dataclass(frozen=True)
class Moved:
    """Where a page is now."""

    to: str
    is_permanent: bool


def default_site() -> Site:
    """Return the site the shop is.

    :raises NotFound: when none is set up.
    """
    site = (
        Site.objects.select_related("root_page", "root_page__locale")
        .filter(is_default_site=True)
        .first()
    )
    if site is None:
        raise NotFound("No site is set up.")
    return site


def find(*, path: str, locale: str) -> Page | Moved:
    """Return the live, public page at `path` (`/` is the home page), or where it moved.

    :raises NotFound: when there is neither.
    """
    site = default_site()
    root = _root(site, locale)
    if root is not None:
        page = (
            Page.objects.live()
            .public()
            .filter(url_path=root.url_path + path.lstrip("/"))
            .select_related("locale")
            .specific()
            .first()
        )
        if page is not None:
            return page
    return _moved(site, path)


def path_of(page: Page, root_path: str) -> str:
    """Return the path of a page below the root whose url_path is given."""
    return "/" + page.url_path[len(root_path) :]


def _root(site: Site, locale: str) -> Page | None:
    root = site.root_page
    if root.locale.language_code == locale:
        return root
    return Page.objects.filter(
        translation_key=root.translation_key, locale__language_code=locale, live=True
    ).first()


def _moved(site: Site, path: str) -> Moved:
    normalised = Redirect.normalise_path(path)
    for redirect in (
        Redirect.get_for_site(site).filter(old_path=normalised).select_related("redirect_page")
    ):
        return Moved(to=_target(site, redirect), is_permanent=redirect.is_permanent)
    raise NotFound("There is no such page.")


def _target(site: Site, redirect: Any) -> str:
    if redirect.redirect_page is not None:
        return path_of(redirect.redirect_page, site.root_page.url_path)
    return str(redirect.redirect_link)


def locales() -> list[str]:
    """Return the language codes that have pages."""
    return list(Locale.objects.values_list("language_code", flat=True))

"""Old paths lead on to where pages are now."""

from collections.abc import Iterable
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.core import links
from cms.publishing.models import PagePresence


def lead_on(
    *, moved: Iterable[tuple[PagePresence, PagePresence]], taken: Iterable[PagePresence]
) -> None:
    """Write a redirect from where each page was told to be; it follows the page.

    Wagtail writes them too, but after the commit: what a crash cost is made up for here. What
    pages left behind at a path that is taken now is deleted.
    """
    site = Site.objects.filter(is_default_site=True).first()
    paths = [_public(each) for each in taken]
    Redirect.objects.filter(site=site, old_path__in=paths, automatically_created=True).delete()
    Redirect.objects.bulk_create(
        [_redirect(site, before, now) for before, now in moved], ignore_conflicts=True
    )


def _redirect(site: Any, before: PagePresence, now: PagePresence) -> Redirect:
    return Redirect(
        site=site,
        old_path=_public(before),
        redirect_page_id=now.page_id,
        automatically_created=True,
        is_permanent=True,
    )


def _public(told: PagePresence) -> str:
    return str(Redirect.normalise_path(links.prefix_of(told.locale) + told.path))

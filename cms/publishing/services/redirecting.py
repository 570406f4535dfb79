"""Old paths lead on to where pages are now."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.core import links
from cms.publishing.models import PagePresence
from cms.publishing.selectors import presence


def lead_on(
    *, moved: Iterable[tuple[PagePresence, PagePresence]], taken: Iterable[PagePresence]
) -> None:
    """Write a redirect from where each page was seen last; it follows the page.

    Where another page is seen now there is none. What pages left behind at a path that is taken
    now is deleted. Wagtail's own way is switched off (`WAGTAILREDIRECTS_AUTO_CREATE`): it leads on
    from where drafts never were.
    """
    moved, taken = list(moved), list(taken)
    if not moved and not taken:
        return
    _write(_left(moved), over=taken)


def stay_known(*, pages: Iterable[PagePresence]) -> None:
    """Write a redirect from where each page is seen now to the page itself, wherever it will be."""
    pages = list(pages)
    if pages:
        _write(((each, each) for each in pages), over=pages)


def _write(ways: Iterable[tuple[PagePresence, PagePresence]], *, over: list[PagePresence]) -> None:
    """Write redirects once those are deleted that pages left behind at the paths of `over`."""
    site = Site.objects.filter(is_default_site=True).first()
    paths = [_public(each) for each in over]
    Redirect.objects.filter(site=site, old_path__in=paths, automatically_created=True).delete()
    Redirect.objects.bulk_create(
        [_redirect(site, before, now) for before, now in ways], ignore_conflicts=True
    )


def _left(moved: list[tuple[PagePresence, PagePresence]]) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs whose old path no other page has taken."""
    taken = {
        (each.locale, each.path): each.page_id
        for each in presence.seen(Q(path__in=[before.path for before, _ in moved]))
    }
    for before, now in moved:
        if taken.get((before.locale, before.path), now.page_id) == now.page_id:
            yield before, now


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

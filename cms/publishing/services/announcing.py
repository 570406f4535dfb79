"""Telling that pages came, changed and went, so that caches and frontends can forget them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from wagtail.models import Page

from cms.publishing.models import GONE, PagePresence
from cms.publishing.selectors import neighbours, presence
from cms.publishing.services import redirecting
from cms.publishing.services.affecting import Place, affected, place
from common.outbox.services import events

BATCH = 500
TOP = 2
_TOLD = ("page_type", "translation_key", "locale", "path", "version")
Told = dict[int, PagePresence]


@transaction.atomic
def announce(
    *, page_ids: Iterable[int] | None = None, only_gone: bool = False, anew: bool = False
) -> int:
    """Record `page.published` and `page.unpublished` for what differs from what was told last.

    Old paths lead on to the new ones. Without ids all pages are looked at: what was missed is
    told then. With `only_gone` nothing is said to have come; with `anew` all that is seen is said
    to be published. The answer is how many events there were.
    """
    ids = None if page_ids is None else sorted(set(page_ids))
    now, told = presence.now(ids), presence.told(ids)
    fresh = [] if only_gone else _fresh(now, told, anew)
    gone = [each for pk, each in told.items() if pk not in now and each.version != GONE]
    _tell(fresh, gone, told)
    if fresh:
        moved = [(told[each.page_id], each) for each in fresh if _moved(each, told)]
        redirecting.lead_on(moved=moved, taken=fresh)
        for _, each in moved:
            tree_moved(page_id=each.page_id)
    _keep(fresh, gone)
    return len(fresh) + len(gone)


@transaction.atomic
def going(*, page_id: int) -> None:
    """Record `page.unpublished` of a page that is about to be deleted, while its links are known."""
    told = presence.told([page_id])
    _tell([], [each for each in told.values() if each.version != GONE], told)
    PagePresence.objects.filter(page_id=page_id).delete()


@transaction.atomic
def leaving(*, page_id: int) -> None:
    """Have the addresses at which a page and all below it are seen now lead on, wherever to.

    To be called before it is at another one; the top of a tree is named by none.
    """
    if Page.objects.filter(pk=page_id, depth__gt=TOP).exists():
        redirecting.stay_known(pages=presence.now(presence.subtree(page_id)).values())


def renaming(*, page_id: int, slug: str) -> None:
    """Have the addresses of a page and all below it lead on, if its slug is about to change.

    One statement for a page that keeps its own.
    """
    if Page.objects.filter(pk=page_id).exclude(slug=slug).exists():
        leaving(page_id=page_id)


def tree_moved(*, page_id: int) -> None:
    """Let a worker tell of all below a page: it moved, was closed or opened.

    The old paths below it lead on at once.
    """
    below = presence.subtree(page_id)
    now, told = presence.now(below), presence.told(below)
    moved = [(told[each.page_id], each) for each in now.values() if _moved(each, told)]
    redirecting.lead_on(moved=moved, taken=now.values())
    events.record(type="page_tree.moved", subject_id=str(page_id), payload={"page_id": page_id})


def _fresh(now: Told, told: Told, anew: bool) -> list[PagePresence]:
    return [each for each in now.values() if anew or _differs(each, told)]


def _moved(now: PagePresence, told: Told) -> bool:
    before = told.get(now.page_id)
    return before is not None and (before.path, before.locale) != (now.path, now.locale)


def _differs(now: PagePresence, told: Told) -> bool:
    before = told.get(now.page_id)
    return before is None or any(getattr(now, name) != getattr(before, name) for name in _TOLD)


def _tell(fresh: list[PagePresence], gone: list[PagePresence], told: Told) -> None:
    if not fresh and not gone:
        return
    around = neighbours.around([*fresh, *gone])
    for type, pages in (("page.published", fresh), ("page.unpublished", gone)):
        for each in pages:
            was = told[each.page_id] if _moved(each, told) else None
            _record(type, each, was, around[each.page_id])


def _places(
    page: PagePresence, was: PagePresence | None, around: neighbours.Around
) -> Iterator[Place]:
    spots = [each for each in (page, was) if each is not None]
    yield from (place(locale=each.locale, path=each.path, and_below=True) for each in spots)
    for each in spots:
        if above := neighbours.above(each.path):
            yield place(locale=each.locale, path=above)
    yield from (place(locale=each.locale, path=each.path) for each in around.pages)


def _record(
    type: str, page: PagePresence, was: PagePresence | None, around: neighbours.Around
) -> None:
    payload: dict[str, Any] = {
        "page": f"pag_{page.translation_key.hex}",
        "page_id": page.page_id,
        "page_type": page.page_type,
        "locale": page.locale,
        "path": page.path,
    }
    places = _places(page, was, around)
    told = affected(places, menus=around.menus, site=around.site, sitemap=True)
    events.record(type=type, subject_id=payload["page"], payload={**payload, **told})


def _keep(fresh: list[PagePresence], gone: list[PagePresence]) -> None:
    left = PagePresence.objects.filter(pk__in=[each.pk for each in gone])
    left.exclude(page_id__in=Page.objects.values("pk")).delete()
    left.update(version=GONE)
    PagePresence.objects.bulk_create(
        fresh,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=list(_TOLD),
    )

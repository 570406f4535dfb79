"""Telling that pages came, changed and went, so that caches and frontends can forget them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from cms.publishing.models import PagePresence
from cms.publishing.selectors import presence
from cms.publishing.services import redirecting
from common.outbox.services import events

BATCH = 500
_TOLD = ("page_type", "translation_key", "locale", "path", "version")


@transaction.atomic
def announce(*, page_ids: Iterable[int] | None = None) -> int:
    """Record `page.published` and `page.unpublished` for what differs from what was told last.

    Old paths lead on to the new ones. Without ids all pages are looked at: what was missed is
    told then. The answer is how many
    events there were.
    """
    ids = None if page_ids is None else sorted(set(page_ids))
    now, told = presence.now(ids), presence.told(ids)
    fresh = [each for pk, each in now.items() if pk not in told or _differs(each, told[pk])]
    gone = [each for pk, each in told.items() if pk not in now]
    _tell_published(fresh, told)
    if fresh:
        moved = [(told[each.page_id], each) for each in fresh if _moved(each, told)]
        redirecting.lead_on(moved=moved, taken=fresh)
        for _, each in moved:
            tree_moved(page_id=each.page_id)
    for each in gone:
        _record("page.unpublished", each, [_place(each, and_below=True), *_translations(each)])
    _keep(fresh, gone)
    return len(fresh) + len(gone)


def tree_moved(*, page_id: int) -> None:
    """Let a worker tell of the page and of all below it: every path may have changed."""
    events.record(type="page_tree.moved", subject_id=str(page_id), payload={"page_id": page_id})


def _moved(now: PagePresence, told: dict[int, PagePresence]) -> bool:
    before = told.get(now.page_id)
    return before is not None and (before.path, before.locale) != (now.path, now.locale)


def _differs(one: PagePresence, other: PagePresence) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in _TOLD)


def _tell_published(fresh: Sequence[PagePresence], told: dict[int, PagePresence]) -> None:
    above = presence.parents([each.page_id for each in fresh]) if fresh else {}
    for each in fresh:
        affected = [_place(each, and_below=True)]
        if _moved(each, told):
            affected.append(_place(told[each.page_id], and_below=True))
        if each.page_id in above:
            affected.append({"locale": each.locale, "path": above[each.page_id]})
        _record("page.published", each, [*affected, *_translations(each)])


def _translations(told: PagePresence) -> list[dict[str, Any]]:
    rows = PagePresence.objects.filter(translation_key=told.translation_key)
    return [_place(each) for each in rows.exclude(page_id=told.page_id).order_by("locale")]


def _place(told: PagePresence, *, and_below: bool = False) -> dict[str, Any]:
    below = {"and_below": True} if and_below else {}
    return {"locale": told.locale, "path": told.path, **below}


def _record(type: str, told: PagePresence, affected: list[dict[str, Any]]) -> None:
    events.record(
        type=type,
        subject_id=f"pag_{told.translation_key.hex}",
        payload={
            "page": f"pag_{told.translation_key.hex}",
            "page_id": told.page_id,
            "page_type": told.page_type,
            "locale": told.locale,
            "path": told.path,
            "affected": affected,
            "locales": sorted({each["locale"] for each in affected}),
        },
    )


def _keep(fresh: list[PagePresence], gone: list[PagePresence]) -> None:
    PagePresence.objects.filter(pk__in=[each.pk for each in gone]).delete()
    PagePresence.objects.bulk_create(
        fresh,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=list(_TOLD),
    )

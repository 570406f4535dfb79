"""What anyone may see now, in the shape in which it is told."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, Site

from cms.core import links
from cms.core.pages import BasePage
from cms.publishing.models import GONE, PagePresence

_FIELDS = (
    "pk", "content_type_id", "translation_key", "locale__language_code", "url_path",
    "live_revision_id", "last_published_at",
)  # fmt: skip


def now(page_ids: Iterable[int] | None = None) -> dict[int, PagePresence]:
    """Return the presence of these pages (of all without ids) as it should be, by page id."""
    kinds = _kinds()
    rows = Page.objects.live().filter(links.unrestricted(), _below_sites())
    rows = rows.filter(content_type__in=kinds)
    if page_ids is not None:
        rows = rows.filter(pk__in=list(page_ids))
    return {row[0]: _presence(row, kinds) for row in rows.values_list(*_FIELDS)}


def told(page_ids: Iterable[int] | None = None) -> dict[int, PagePresence]:
    """Return what was told of these pages, by page id, also of those that nobody sees any more."""
    rows = PagePresence.objects.all()
    if page_ids is not None:
        rows = rows.filter(page_id__in=list(page_ids))
    return {each.page_id: each for each in rows}


def seen(which: Q) -> list[PagePresence]:
    """Return what was told of these pages, as far as anyone sees them, by language and path."""
    rows = PagePresence.objects.exclude(version=GONE).filter(which)
    return list(rows.order_by("locale", "path"))


def subtree(page_id: int) -> list[int]:
    """Return the ids of a page and of all below it."""
    page = Page.objects.filter(pk=page_id).only("path", "depth").first()
    return list(Page.get_tree(page).values_list("pk", flat=True)) if page is not None else []


def _kinds() -> dict[int, str]:
    models = [model for model in _families(BasePage) if not model._meta.abstract]
    types = ContentType.objects.get_for_models(*models)
    return {types[model].pk: model.api_type for model in models}


def _families(model: type[Any]) -> Iterable[type[Any]]:
    for each in model.__subclasses__():
        yield each
        yield from _families(each)


def _below_sites() -> Q:
    keys = Site.objects.values("root_page__translation_key")
    roots = Page.objects.filter(translation_key__in=keys).values_list("path", flat=True)
    return reduce(or_, (Q(path__startswith=each) for each in roots), Q(pk__in=[]))


def _presence(row: Any, kinds: dict[int, str]) -> PagePresence:
    pk, content_type_id, key, locale, url_path, revision_id, published_at = row
    return PagePresence(
        page_id=pk,
        page_type=kinds[content_type_id],
        translation_key=key,
        locale=locale,
        path=links.path_of(url_path),
        version=f"{revision_id or 0}@{published_at.isoformat() if published_at else ''}",
    )

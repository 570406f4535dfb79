"""Keeping the words of pages as they are saved."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import add
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from wagtail.models import Page, get_page_models
from wagtail.search.index import SearchField

from cms.authoring.services import turns
from cms.core.pages import BasePage
from cms.search.models import PageWords
from cms.search.stemming import UNSTEMMED, config_of
from commerce.storefront.search.words import spellings

BATCH = 100
# A tsvector may be a megabyte large; this many letters never make one.
MOST = 200_000


def kinds() -> list[type[Any]]:
    """Return the families of pages whose words are kept."""
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def keep(*, pages: Iterable[Any]) -> None:
    """Keep the words of specific pages as their rows have them; one statement.

    A page that is a draft is kept, too: who searches asks for what is live.
    """
    PageWords.objects.bulk_create(
        [PageWords(page_id=each.pk, vector=_vector(each)) for each in pages],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["vector"],
    )


def keep_all() -> int:
    """Keep the words of every page anew, a batch at a time; the answer is of how many."""
    types = ContentType.objects.get_for_models(*kinds()).values()
    ids = list(
        Page.objects.filter(content_type__in=types).order_by("pk").values_list("pk", flat=True)
    )
    for start in range(0, len(ids), BATCH):
        _keep_batch(ids[start : start + BATCH])
    return len(ids)


@turns.one_writer_of_pages()
def _keep_batch(ids: list[int]) -> None:
    keep(pages=Page.objects.filter(pk__in=ids).select_related("locale").specific())


def _vector(page: Any) -> Any:
    config = config_of(page.locale.language_code)
    titled: list[str] = []
    others: list[str] = []
    for name, text in _texts(page):
        (titled if name == "title" else others).append(text)
    return (
        _weighted(titled, config, "A")
        + _weighted(titled, UNSTEMMED, "A")
        + _weighted(others, config, "C")
    )


def _weighted(texts: list[str], config: str, weight: str) -> Any:
    ways = spellings(" ".join(texts)[:MOST])
    parts = [SearchVector(Value(each), config=config, weight=weight) for each in ways]
    return reduce(add, parts)


def _texts(page: Any) -> Iterator[tuple[str, str]]:
    """Yield what Wagtail would search in the page, by field."""
    for field in page.get_search_fields():
        if isinstance(field, SearchField):
            value = field.get_value(page)
            yield field.field_name, " ".join(value) if isinstance(value, list) else str(value or "")

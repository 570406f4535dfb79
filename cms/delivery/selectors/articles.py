"""The articles of a journal, the newest first, read a page at a time in both directions."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan, LessThan

from cms.core import links
from cms.journal.models import ArticlePage
from cms.navigation.selectors.walking import Part, Section, whole_number

NAME = "articles"
_BEGIN = datetime(1, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_LAST = (datetime.max.replace(tzinfo=UTC) - _BEGIN) // _TICK


def of(journal: Any, *, author: str = "") -> QuerySet[ArticlePage]:
    """Return the live articles of a journal that anyone may see, of one author if one is named."""
    found = ArticlePage.objects.child_of(journal).live().filter(links.unrestricted())
    found = found.filter(author__iexact=author) if author else found
    never = Value(_BEGIN, output_field=DateTimeField())
    return found.annotate(came=Coalesce("first_published_at", never))  # type: ignore[no-any-return]


def section(rows: QuerySet[ArticlePage]) -> Section:
    """Return articles as a run; a key is when one was first published, and its id."""

    def read(key: str | None, most: int, backwards: bool) -> Part:
        """Return articles behind a key, or before it; one statement."""
        ordered = rows.order_by("came", "pk") if backwards else rows.order_by("-came", "-pk")
        if key is not None:
            ordered = ordered.filter(_beyond(key, backwards))
        found = list(ordered.select_related("cover")[: most + 1])
        shown = found[:most][::-1] if backwards else found[:most]
        if not shown:
            return Part([])
        return Part(shown, _key(shown[0]), _key(shown[-1]), len(found) > most)

    return Section(NAME, read)


def _beyond(key: str, backwards: bool) -> Q:
    ticks, _, pk = key.partition(":")
    moment = _BEGIN + whole_number(ticks, most=_LAST) * _TICK
    there = (Value(moment, output_field=DateTimeField()), whole_number(pk, most=links.MAX_ID))
    compare = GreaterThan if backwards else LessThan
    same = Q(came=there[0]) & Q(compare(F("id"), there[1]))
    return Q(compare(F("came"), there[0])) | same


def _key(article: Any) -> str:
    return f"{(article.came - _BEGIN) // _TICK}:{article.pk}"

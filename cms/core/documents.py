"""Where documents of the library lie that anybody may read."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from cms.core import links
from common.media.wire import absolute
from common.utils.text import plain


class Filed(NamedTuple):
    """The full address of a document's file, and its title."""

    url: str
    title: str


def filed(document_ids: Iterable[int]) -> dict[int, Filed]:
    """Return those of these documents that are there and for everybody; at most one statement."""
    wanted = [pk for pk in document_ids if 0 < pk <= links.MAX_ID]
    if not wanted:
        return {}
    found = get_document_model().objects.filter(for_everybody(), pk__in=wanted).exclude(file="")
    return {
        each.pk: Filed(absolute(each.file.url), plain(each.title))
        for each in found.only("title", "file")
    }


def for_everybody() -> Q:
    """Return the condition that a document's collection is not private, nor one above it."""
    above = CollectionViewRestriction.objects.annotate(way=OuterRef("collection__path")).filter(
        collection__path=Substr(OuterRef("collection__path"), 1, Length("collection__path"))
    )
    return ~Q(Exists(above))

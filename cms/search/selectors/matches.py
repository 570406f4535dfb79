"""The pages that hold the words of a search."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from wagtail.models import Page
from wagtail.search.query import PlainText

from cms.navigation.selectors.trees import Tree
from commerce.storefront.search.words import folded, words_of

MOST = 100


@dataclass(frozen=True)
class Matches:
    """Pages by relevance: those whose title holds every word, and the others."""

    titled: list[Page]
    others: list[Page]


NOTHING = Matches([], [])


def find(
    tree: Tree, *, text: str, asked: tuple[tuple[str, ...], ...], meant: str | None
) -> Matches:
    """Return the best hundred live, public pages of a tree that hold all the words.

    They are looked for as typed, without accents, and as they were meant; two statements.
    """
    spellings = dict.fromkeys(each for each in (text, folded(text), meant) if each)
    query = reduce(or_, (PlainText(each, operator="and") for each in spellings))
    rows = Page.objects.live().public().filter(path__startswith=tree.path)
    found = list(rows.search(query)[:MOST])
    titled = [each for each in found if _holds(each, asked)]
    return Matches(titled, [each for each in found if each not in titled])


def _holds(page: Any, asked: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether one of each group of words begins a word of the title."""
    title = words_of(page.title)
    return all(any(each.startswith(tuple(group)) for each in title) for group in asked)

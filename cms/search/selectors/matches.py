"""The pages that hold the words of a search."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet
from wagtail.models import Page

from cms.core import links
from cms.navigation.selectors.trees import Tree
from cms.search.stemming import UNSTEMMED, config_of
from commerce.storefront.search.words import spellings, words_of

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

    They are looked for as typed and as they were meant, without accents and by their stems in the
    language of the tree; two statements.
    """
    found = list(rows(tree, [each for each in (text, meant) if each])[:MOST])
    titled = [each for each in found if _holds(each, asked)]
    return Matches(titled, [each for each in found if each not in titled])


def rows(tree: Tree, texts: Iterable[str]) -> QuerySet[Page]:
    """Return the live, public pages that hold all words of one of these texts, best first.

    Words are kept and looked for both ways, without accents and as written: some stems are told by
    accents alone. In titles they are also looked for as they are.
    """
    configs = (config_of(tree.locale), UNSTEMMED)
    ways = dict.fromkeys(way for text in texts for way in spellings(text))
    query = reduce(or_, (SearchQuery(way, config=each) for way in ways for each in configs))
    rank = SearchRank(F("search_words__vector"), query)
    return _shown(tree).filter(search_words__vector=query).order_by(rank.desc(), "-pk")


def in_titles(tree: Tree, asked: Iterable[str]) -> set[str]:
    """Return those of the folded words with which a word of a public title begins; one statement."""
    queries = {
        f"word_{n}": (word, SearchQuery(f"'{word}':*A", config=UNSTEMMED, search_type="raw"))
        for n, word in enumerate(asked)
    }
    either = reduce(or_, (query for _, query in queries.values()))
    held = {
        name: BoolOr(Q(search_words__vector=query), default=False)
        for name, (_, query) in queries.items()
    }
    found = _shown(tree).filter(search_words__vector=either).aggregate(**held)
    return {queries[name][0] for name, is_held in found.items() if is_held}


def _shown(tree: Tree) -> QuerySet[Page]:
    shown: QuerySet[Page] = Page.objects.live().filter(
        links.unrestricted(), path__startswith=tree.path
    )
    return shown


def _holds(page: Any, asked: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether one of each group of words begins a word of the title."""
    title = words_of(page.title)
    return all(any(each.startswith(tuple(group)) for each in title) for group in asked)

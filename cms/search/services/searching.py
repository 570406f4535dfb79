"""One search over pages and products."""

import re
from dataclasses import dataclass
from typing import Any

import orjson

from cms.navigation.selectors.trees import Tree, trees
from cms.navigation.selectors.walking import Part, Read, Section, Spot, Walked, walk, whole_number
from cms.search.selectors import matches
from cms.search.services import promoting, wire
from commerce.storefront.search import words
from commerce.storefront.selectors import products, vocabulary
from commerce.storefront.selectors.criteria import Criteria
from commerce.storefront.selectors.places import Place

SECTIONS = ("titled", "products", "others")
SORT = "relevance"
_WORD = re.compile(r"[^\W_]+")
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is looked for; `kind` is page, product or all."""

    text: str
    locale: str
    currency: str
    kind: str = "all"


@dataclass(frozen=True)
class Found:
    """A page of results with the total, what is promoted and how the words were taken."""

    count: int
    walked: Walked
    promoted: list[wire.Result]
    meant: str | None


EMPTY = Found(0, Walked([], None, None), [], None)


def search(question: Question, *, spot: Spot | None, limit: int) -> Found:
    """Return the results behind a place.

    First the pages whose title holds all the words, then the products, then the other pages, each
    by relevance and then by key: the same question gives the same order, page after page. At most
    a hundred pages are found, any number of products. What is promoted comes with the first page
    of results only.

    A word of a page's title is not mistyped, whatever products say.

    Text without a word finds nothing and asks nothing. Else: one statement for mistyped words, and
    one more where there are any; one for the site; two for pages, one for products, and for the pages that are shown one or two for
    their pictures; and on the first page of results one for what is promoted, with one more where
    that is products and up to four where it is pages.
    """
    if not words.query_words(question.text):
        return EMPTY
    tree = trees().by_locale.get(question.locale)
    groups = _meant(question, tree)
    meant = said(question.text, groups)
    sold = _Sold(question, groups)
    pages = _pages(question, tree, groups, meant)
    walked = walk(_sections(question, pages, sold), spot, limit=limit)
    promoted = [] if spot is not None else promoting.shown(
        (question.text, meant), tree=tree, locale=question.locale, currency=question.currency
    )  # fmt: skip
    return Found(
        len(pages.titled) + len(pages.others) + sold.count(),
        _written(walked, tree),
        promoted,
        meant,
    )


def _meant(question: Question, tree: Tree | None) -> Groups:
    """Return for each word what to look for: itself, or where nobody knows it what is near."""
    groups = vocabulary.meant(question.text, locale=question.locale)
    asked = words.query_words(question.text)
    strange = [word for word, group in zip(asked, groups, strict=True) if word not in group]
    if not strange or tree is None or question.kind == "product":
        return groups
    known = matches.in_titles(tree, strange)
    return tuple(
        (word,) if word in known else group for word, group in zip(asked, groups, strict=True)
    )


def said(text: str, groups: Groups) -> str | None:
    """Return the text with its mistyped words put right; None when there are none."""
    asked = words.query_words(text)
    right = {word: group[0] for word, group in zip(asked, groups, strict=True) if word not in group}
    if not right:
        return None
    typed = _WORD.findall(words.folded(text))
    return " ".join(right.get(words.stem(each)[: words.MAX_WORD], each) for each in typed)


class _Sold:
    """The products of a search; counted with the part that is read, or else alone."""

    def __init__(self, question: Question, groups: Groups) -> None:
        self.is_asked = question.kind != "page"
        self.criteria = Criteria(locale=question.locale, currency=question.currency, words=groups)
        self.counted: int | None = None

    def read(self, key: str | None, most: int, backwards: bool) -> Part:
        """Return products behind a key, or before it."""
        place = _place(key, backwards)
        page = products.page(self.criteria, sort=SORT, place=place, limit=most)
        self.counted = page.count
        more = page.before if backwards else page.after
        return Part(page.items, _key(page.before), _key(page.after), more is not None)

    def count(self) -> int:
        """Return how many there are."""
        if not self.is_asked:
            return 0
        if self.counted is None:
            self.read(None, 1, False)
        return self.counted or 0


def _place(key: str | None, backwards: bool) -> Place | None:
    if key is None:
        # Going backwards begins below the least rank there can be.
        return Place(SORT, -1, 0, backwards=True) if backwards else None
    rank, _, product_id = key.partition(":")
    return Place(SORT, whole_number(rank), whole_number(product_id), backwards=backwards)


def _key(place: Place | None) -> str:
    return f"{place.key}:{place.product_id}" if place is not None else ""


def _pages(
    question: Question, tree: Tree | None, groups: Groups, meant: str | None
) -> matches.Matches:
    if question.kind == "product" or tree is None:
        return matches.NOTHING
    return matches.find(tree, text=question.text, asked=groups, meant=meant)


def _sections(question: Question, pages: matches.Matches, sold: _Sold) -> list[Section]:
    found = {
        "titled": Section("titled", _reader(pages.titled)),
        "products": Section("products", sold.read),
        "others": Section("others", _reader(pages.others)),
    }
    return [found[name] for name in names_of(question.kind)]


def names_of(kind: str) -> tuple[str, ...]:
    """Return the sections of a search of this kind, in their order."""
    return {"product": ("products",), "page": ("titled", "others")}.get(kind, SECTIONS)


def _reader(pages: list[Any]) -> Read:
    """Return how a list that is at hand is read; keys are its indices."""

    def read(key: str | None, most: int, backwards: bool) -> Part:
        if backwards:
            end = len(pages) if key is None else min(whole_number(key), len(pages))
            begin = max(0, end - most)
        else:
            begin = 0 if key is None else min(whole_number(key) + 1, len(pages))
            end = min(len(pages), begin + most)
        more = begin > 0 if backwards else end < len(pages)
        return Part(pages[begin:end], str(begin), str(end - 1), more)

    return read


def _written(walked: Walked, tree: Tree | None) -> Walked:
    pages = wire.page_results((row for name, row in walked.rows if name != "products"), tree)
    rows = [
        (name, wire.product_result(orjson.Fragment(row)) if name == "products" else pages[row.pk])
        for name, row in walked.rows
    ]
    return Walked(rows, walked.after, walked.before)

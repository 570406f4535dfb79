"""What blocks show, asked for together: a first walk notes it, a second one gets it.

Both walks run the same writers of blocks, so that what a block shows is said once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from cms.core import documents, links, richtext
from cms.delivery.selectors import things
from cms.delivery.selectors.things import Named, is_key
from commerce.storefront.selectors import rails as rows
from commerce.storefront.selectors.rails import Question
from common.media.wire import picture_on_wire


class Shop(Protocol):
    """What writers of blocks ask; nothing comes back for what shoppers may not see."""

    def picture(self, pk: Any, alt: str = "") -> Any: ...
    def path(self, page_id: Any) -> str: ...
    def html(self, source: Any) -> str: ...
    def collection(self, pk: Any) -> Any: ...
    def vendor(self, pk: Any) -> Any: ...
    def form(self, pk: Any) -> Any: ...
    def rail(self, question: Question) -> list[Any]: ...
    def piece(self, variant_id: Any) -> Any: ...


@dataclass
class Asked:
    """Notes what is asked for."""

    pictures: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    collections: set[int] = field(default_factory=set)
    vendors: set[int] = field(default_factory=set)
    forms: set[int] = field(default_factory=set)
    rails: set[Question] = field(default_factory=set)
    pieces: set[int] = field(default_factory=set)

    def picture(self, pk: Any, alt: str = "") -> Any:
        """Note a picture."""
        _note(self.pictures, pk)

    def path(self, page_id: Any) -> str:
        """Note a page."""
        _note(self.pages, page_id)
        return ""

    def html(self, source: Any) -> str:
        """Note the pages and documents a text links to."""
        self.pages |= richtext.linked_pages([str(source or "")])
        self.documents |= richtext.linked_documents([str(source or "")])
        return ""

    def collection(self, pk: Any) -> Any:
        """Note a collection."""
        _note(self.collections, pk)

    def vendor(self, pk: Any) -> Any:
        """Note a vendor."""
        _note(self.vendors, pk)

    def form(self, pk: Any) -> Any:
        """Note a form."""
        _note(self.forms, pk)

    def rail(self, question: Question) -> list[Any]:
        """Note a row of products."""
        self.rails.add(question)
        return []

    def piece(self, variant_id: Any) -> Any:
        """Note a piece."""
        _note(self.pieces, variant_id)


def _note(noted: set[int], pk: Any) -> None:
    if is_key(pk):
        noted.add(pk)


class Found:
    """Holds what was asked for: one statement for each kind of thing that was.

    `paths` says where the pages are, for who knows it already.
    """

    def __init__(
        self, asked: Asked, *, locale: str, currency: str, paths: dict[int, str] | None = None
    ) -> None:
        self._paths = links.paths(asked.pages, locale=locale) if paths is None else paths
        self._collections, self._vendors = things.named(
            collections=asked.collections | _filling(asked.rails), vendors=asked.vendors
        )
        named = (*self._collections.values(), *self._vendors.values())
        theirs = {each.picture_id for each in named if each.picture_id}
        self._pictures = things.pictures(asked.pictures | theirs)
        self._forms = things.forms(asked.forms)
        self._files = documents.filed(asked.documents)
        self._rails, self._pieces = self._answered(asked, locale, currency)

    def picture(self, pk: Any, alt: str = "") -> Any:
        """Return a picture as it goes over the wire."""
        found = _held(self._pictures, pk)
        return picture_on_wire(found, alt=alt) if found is not None else None

    def path(self, page_id: Any) -> str:
        """Return the path of a live page."""
        return _held(self._paths, page_id) or ""

    def html(self, source: Any) -> str:
        """Return a text cleaned, with its links."""
        return richtext.cleaned(str(source or ""), self._paths, self._files)

    def collection(self, pk: Any) -> Any:
        """Return a public collection."""
        return _if_shown(_held(self._collections, pk))

    def vendor(self, pk: Any) -> Any:
        """Return a vendor that trades."""
        return _if_shown(_held(self._vendors, pk))

    def form(self, pk: Any) -> Any:
        """Return a form that takes answers."""
        return _held(self._forms, pk)

    def rail(self, question: Question) -> list[Any]:
        """Return the items of a row of products."""
        return self._rails.get(question, [])

    def piece(self, variant_id: Any) -> Any:
        """Return a piece that is sold."""
        return _held(self._pieces, variant_id)

    def _answered(
        self, asked: Asked, locale: str, currency: str
    ) -> tuple[dict[Question, list[Any]], dict[int, Any]]:
        numbered = {str(n): each for n, each in enumerate(sorted(asked.rails, key=repr), 1)}
        ordered = {key: self._ordered(each) for key, each in numbered.items()}
        found = rows.shown(ordered, asked.pieces, locale=locale, currency=currency)
        return {each: found.items[key] for key, each in numbered.items()}, found.pieces

    def _ordered(self, asked: Question) -> Question:
        """Return a question, one about a collection in the collection's own order."""
        by_key = self._collections if asked.source == "collection" else {}
        of = by_key.get(asked.target_id or 0)
        return replace(asked, order=of.order) if of is not None else asked


def _held[T](found: Mapping[int, T], pk: Any) -> T | None:
    return found.get(pk) if is_key(pk) else None


def _if_shown(found: Named | None) -> Named | None:
    return found if found is not None and found.is_shown else None


def _filling(asked: set[Question]) -> set[int]:
    return {each.target_id for each in asked if each.source == "collection" and each.target_id}

"""What blocks show, asked for together: a first walk notes it, a second one gets it.

Both walks run the same writers of blocks, so that what a block shows is said once.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from cms.core import links, richtext
from cms.delivery.selectors import things
from commerce.storefront.selectors import looks
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
    def rail(self, key: str, question: Question) -> list[Any]: ...
    def piece(self, variant_id: Any) -> Any: ...


@dataclass
class Asked:
    """Notes what is asked for."""

    pictures: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    collections: set[int] = field(default_factory=set)
    vendors: set[int] = field(default_factory=set)
    forms: set[int] = field(default_factory=set)
    rails: dict[str, Question] = field(default_factory=dict)
    pieces: set[int] = field(default_factory=set)

    def picture(self, pk: Any, alt: str = "") -> Any:
        """Note a picture."""
        _note(self.pictures, pk)

    def path(self, page_id: Any) -> str:
        """Note a page."""
        _note(self.pages, page_id)
        return ""

    def html(self, source: Any) -> str:
        """Note the pages a text links to."""
        self.pages |= richtext.linked_pages([str(source or "")])
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

    def rail(self, key: str, question: Question) -> list[Any]:
        """Note a row of products."""
        self.rails[key] = question
        return []

    def piece(self, variant_id: Any) -> Any:
        """Note a piece."""
        _note(self.pieces, variant_id)


def _note(noted: set[int], pk: Any) -> None:
    if isinstance(pk, int):
        noted.add(pk)


class Found:
    """Holds what was asked for: one statement for each kind of thing that was."""

    def __init__(self, asked: Asked, *, locale: str, currency: str) -> None:
        self._pictures = things.pictures(asked.pictures)
        self._paths = links.paths(asked.pages, locale=locale)
        self._collections = things.collections(asked.collections)
        self._vendors = things.vendors(asked.vendors)
        self._forms = things.forms(asked.forms)
        self._rails = rows.items(_ordered(asked.rails), locale=locale, currency=currency)
        self._pieces = looks.pieces(asked.pieces, locale=locale, currency=currency)

    def picture(self, pk: Any, alt: str = "") -> Any:
        """Return a picture as it goes over the wire."""
        found = self._pictures.get(pk)
        return picture_on_wire(found, alt=alt) if found is not None else None

    def path(self, page_id: Any) -> str:
        """Return the path of a live page."""
        return self._paths.get(page_id, "")

    def html(self, source: Any) -> str:
        """Return a text cleaned, with its links."""
        return richtext.cleaned(str(source or ""), self._paths)

    def collection(self, pk: Any) -> Any:
        """Return a public collection."""
        return self._collections.get(pk)

    def vendor(self, pk: Any) -> Any:
        """Return a vendor that trades."""
        return self._vendors.get(pk)

    def form(self, pk: Any) -> Any:
        """Return a form that takes answers."""
        return self._forms.get(pk)

    def rail(self, key: str, question: Question) -> list[Any]:
        """Return the items of a row of products."""
        return self._rails.get(key, [])

    def piece(self, variant_id: Any) -> Any:
        """Return a piece that is sold."""
        return self._pieces.get(variant_id)


def _ordered(asked: dict[str, Question]) -> dict[str, Question]:
    """Return the questions, those about collections in the collection's own order."""
    of = {key: each.target_id or 0 for key, each in asked.items() if each.source == "collection"}
    orders = things.orders(set(of.values()) - {0})
    return {
        key: replace(each, order=orders.get(of.get(key, 0), each.order))
        for key, each in asked.items()
    }

"""Finding stories: by what makes one story of a product and a language."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.core.references import live_pages
from cms.stories.models import ProductStory, StoryShelf

NAMESPACE = uuid.UUID("6f1c1d7e-2f0b-5b8e-9a55-8f5d4c0e7a21")
SHELF = uuid.uuid5(NAMESPACE, "shelf")


def key_of(product: Any) -> uuid.UUID:
    """Return the translation key that all stories of a product share."""
    return uuid.uuid5(NAMESPACE, product.public_id)


def of_product(product: Any, *, locale: str) -> ProductStory | None:
    """Return the story of a product in a language."""
    mine = ProductStory.objects.filter(translation_key=key_of(product))
    return mine.filter(locale__language_code=locale).first()


def shelf_of(locale: str) -> StoryShelf | None:
    """Return the shelf of a language."""
    shelves = StoryShelf.objects.filter(translation_key=SHELF)
    return shelves.filter(locale__language_code=locale).first()


def in_all_languages(page_refs: Iterable[str]) -> list[int]:
    """Return the ids of the pages that share a key with these (`pag_…`): their translations."""
    keys = {uuid.UUID(each.removeprefix("pag_")) for each in page_refs}
    return list(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True))


def showing(model: type[Model], ids: Iterable[int]) -> list[int]:
    """Return the ids of the live stories that show or link to any of these things."""
    return live_pages(showing=model, ids=ids, of=ProductStory)


def linking_documents() -> list[int]:
    """Return the ids of the live stories that link to any document."""
    return live_pages(showing=get_document_model(), of=ProductStory)

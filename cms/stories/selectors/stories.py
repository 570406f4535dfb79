"""Finding stories: by what makes one story of a product and a language."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from cms.stories.models import ProductStory, StoryShelf
from common.media.models import Picture

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


def showing(picture_ids: Iterable[int]) -> list[int]:
    """Return the ids of the live stories that show any of these pictures."""
    shown = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Picture),
        to_object_id__in=[str(each) for each in picture_ids],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    ids = {int(each) for each in shown.values_list("object_id", flat=True)}
    live = ProductStory.objects.live().filter(pk__in=ids)
    return list(live.order_by("pk").values_list("pk", flat=True))

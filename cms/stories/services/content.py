"""What a story tells, as clients get it."""

from typing import Any

from django.conf import settings

from cms.core import care
from cms.delivery.services import values
from cms.stories.models import ProductStory
from common.utils.text import plain

Blocks = list[dict[str, Any]]


def blocks_of(story: ProductStory, *, currency: str = "") -> Blocks:
    """Return `{"type", "id", "value"}` of the body, the gallery and the care, each if it is there."""
    locale = story.locale.language_code
    found = values.resolved(
        [*story.body.get_prep_value(), *_gallery(story)],
        locale=locale,
        currency=currency or settings.OSCAR_DEFAULT_CURRENCY,
    )
    return [*found, *_care(story, locale)]


def seo_of(story: ProductStory) -> dict[str, str]:
    """Return `title` and `description` for search engines, as far as the story has them."""
    said = {"title": plain(story.seo_title), "description": plain(story.search_description)}
    return {name: words for name, words in said.items() if words}


def _gallery(story: ProductStory) -> Blocks:
    images = [each["value"] for each in story.gallery.get_prep_value()]
    value = {"title": "", "images": images}
    return [{"type": "gallery", "id": "gallery", "value": value}] if images else []


def _care(story: ProductStory, locale: str) -> Blocks:
    symbols, words = care.symbols(story.care_codes, locale=locale), plain(story.care_words)
    value = {"symbols": symbols, "words": words}
    return [{"type": values.CARE, "id": "care", "value": value}] if symbols or words else []

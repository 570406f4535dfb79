"""Translations and the pages they are of."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource


def translation_of(page: Page) -> Translation | None:
    """Return the translation kept in step of which this page is the outcome, or nothing."""
    return (
        Translation.objects.select_related("source", "target_locale")
        .filter(source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True)
        .first()
    )


def targets(source: TranslationSource) -> list[Any]:
    """Return the pages that are kept in step with a source."""
    return [each.get_target_instance() for each in source.translations.filter(enabled=True)]


def room(string_segment_id: int) -> int | None:
    """Return how many characters the field of a text takes; nothing where it is no field's."""
    segment = (
        StringSegment.objects.select_related("context", "source__specific_content_type")
        .filter(pk=string_segment_id)
        .first()
    )
    if segment is None or "." in segment.context.path:
        return None
    model = segment.source.specific_content_type.model_class()
    found: int | None = model._meta.get_field(segment.context.path).max_length
    return found


def without_parent(page: Page, locales: Iterable[Any]) -> list[Any]:
    """Return those of these languages in which the page above this one does not exist."""
    parent = page.get_parent()
    if parent.is_root():
        return []
    there = set(
        Page.objects.filter(translation_key=parent.translation_key).values_list(
            "locale_id", flat=True
        )
    )
    return [each for each in locales if each.pk not in there]

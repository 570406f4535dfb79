"""Translations and the pages they are of."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import ForeignKey
from wagtail.api.v2.utils import get_restricted_collection_ids
from wagtail.blocks import ChooserBlock
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    TemplateSegment,
    Translation,
    TranslationSource,
)

from cms.translating.blocks import place


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


def live_target(translation: Translation) -> Page | None:
    """Return the page of a translation if visitors see it now."""
    page = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id, live=True
    ).first()
    return page.specific if page is not None else None


def locked_target(translation: Translation) -> Any:
    """Return what a translation is the source of, a page locked until the transaction ends.

    Nothing where it is gone.
    """
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return None
    if isinstance(target, Page):
        Page.objects.select_for_update(of=("self",)).filter(pk=target.pk).first()
        target.refresh_from_db()
    return target


def translation(translation_id: int) -> Translation | None:
    """Return a translation by its key."""
    return (
        Translation.objects.select_related("source", "target_locale")
        .filter(pk=translation_id)
        .first()
    )


def under_review(translation: Translation) -> Page | None:
    """Return the page of a translation while its draft is with the reviewers."""
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return None
    return target if isinstance(target, Page) and target.workflow_in_progress else None


def segment(segment_id: int) -> StringSegment | None:
    """Return a text of a source."""
    return StringSegment.objects.select_related("context").filter(pk=segment_id).first()


def plain_segments(source_id: int) -> set[int]:
    """Return the keys of the texts that are no part of a rich text."""
    rich = TemplateSegment.objects.filter(source=source_id).values("context_id")
    found = StringSegment.objects.filter(source=source_id).exclude(context_id__in=rich)
    return set(found.values_list("pk", flat=True))


def is_plain(segment: StringSegment) -> bool:
    """Return whether a text is no part of a rich text."""
    rich = TemplateSegment.objects.filter(source=segment.source_id, context=segment.context_id)
    return not rich.exists()


def may_stand(segment_id: int, value: str) -> bool:
    """Return whether something may stand in the place of a shared value.

    Where that is chosen, such as a picture, it is the key of one that there is.
    """
    segment = OverridableSegment.objects.filter(pk=segment_id).first()
    return segment is None or is_there(segment.source.as_instance(), segment.context.path, value)


def pictures_there(keys: Iterable[Any], request: Any) -> set[str]:
    """Return those of these keys, as text, whose pictures the admin shows."""
    wanted = {int(each) for each in keys if str(each).isdecimal()}
    hidden = get_restricted_collection_ids(request)
    rows = get_image_model()._default_manager.filter(pk__in=wanted).exclude(collection__in=hidden)
    return {str(each) for each in rows.values_list("pk", flat=True)}


def is_there(page: Page, path: str, value: Any) -> bool:
    """Return whether a value is the key of something, where something is chosen."""
    where = place(page, path)
    model = getattr(where, "model_class", None) if isinstance(where, ChooserBlock) else None
    if isinstance(where, ForeignKey):
        model = where.related_model
    if model is None:
        return True
    try:
        return bool(model._default_manager.filter(pk=value).exists())
    except (TypeError, ValueError, OverflowError, ValidationError):
        return False


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

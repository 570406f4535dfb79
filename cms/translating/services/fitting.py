"""Whether what translators save fits the field or block in which it will stand.

A text that does not is kept with an error, as the editor of translations has it: the translator
sees why, and the text stands in no page.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    SourceDeletedError,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.core import checking
from cms.translating import selectors
from cms.translating.blocks import place
from cms.translating.exceptions import TranslationUnfit

SAID = 60
NAMED = 3
GONE = "What was chosen here was deleted: choose another, or go back to that of the source."


def look(kept: StringTranslation | SegmentOverride) -> None:
    """Note with a translation, or what stands in the place of a shared value, why it is unfit."""
    source = _source_of(kept)
    if source is not None:
        try:
            _note(kept, source.as_instance())
        except SourceDeletedError:
            return


def look_again(translation: Translation) -> list[str]:
    """Look at everything that a translation is made of; return what does not fit, and why.

    What was chosen in the place of a shared value may have been deleted since: it is left out.
    """
    page = translation.source.as_instance()
    locale = translation.target_locale
    texts = translation.source.stringsegment_set.get_translations(locale)
    others = translation.source.overridablesegment_set.get_overrides(locale)
    kept = [*texts.select_related("context", "translation_of"), *others.select_related("context")]
    for each in kept:
        _note(each, page)
    return [f"{_named(each, page)} — {each.get_error()}" for each in kept if each.has_error]


def require_fit(translation: Translation) -> None:
    """Look at everything that a translation is made of, whenever it was saved.

    :raises TranslationUnfit: when something does not fit, naming what and why.
    """
    unfit = look_again(translation)
    if unfit:
        more = f" And {len(unfit) - NAMED} more." if len(unfit) > NAMED else ""
        raise TranslationUnfit(" ".join(unfit[:NAMED]) + more)


def fault_of_page(page: Page) -> str:
    """Return what does not fit in the translation that a page is the outcome of; nothing if it fits."""
    translation = selectors.translation_of(page)
    try:
        if translation is not None:
            require_fit(translation)
    except TranslationUnfit as refusal:
        return refusal.detail
    except SourceDeletedError:
        return ""
    return ""


def _source_of(kept: Any) -> TranslationSource | None:
    if kept.context is None:
        return None
    rows = TranslationSource.objects.filter(object_id=kept.context.object_id)
    return rows.exclude(locale=kept.locale_id).first()


def _note(kept: Any, page: Any) -> None:
    """Set or take away the error of one text; one whose markup is broken has an error already."""
    try:
        value = _value(kept)
    except ValueError:
        return
    is_gone = isinstance(kept, SegmentOverride) and not selectors.is_there(
        page, kept.context.path, value
    )
    said = GONE if is_gone else fault(place(page, kept.context.path), value)
    if (kept.has_error, kept.field_error) != (bool(said), said):
        kept.has_error, kept.field_error = bool(said), said
        type(kept).objects.filter(pk=kept.pk).update(has_error=bool(said), field_error=said)


def _value(kept: Any) -> Any:
    if isinstance(kept, SegmentOverride):
        return kept.data
    validate_translation_links(kept.translation_of.data, kept.data)
    return StringValue.from_translated_html(kept.data).render_text()


def _named(kept: Any, page: Any) -> str:
    if isinstance(kept, SegmentOverride):
        where = place(page, kept.context.path)
        return str(getattr(where, "verbose_name", "") or getattr(where, "label", "")).capitalize()
    said = StringValue(kept.data).render_text()
    return f"“{said[:SAID]}{'…' if len(said) > SAID else ''}”"


def fault(where: Any, value: Any) -> str:
    """Return why a value does not fit a field or block; nothing where it does."""
    if not isinstance(value, str):
        return ""
    try:
        if isinstance(where, models.CharField | models.TextField):
            _fit_field(where, value)
        elif isinstance(where, blocks.FieldBlock) and not isinstance(
            where, blocks.RichTextBlock | blocks.ChooserBlock
        ):
            with checking.in_turn():
                where.clean(value)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _fit_field(field: Any, value: str) -> None:
    if field.max_length and len(value) > field.max_length:
        raise ValidationError(
            f"Ensure this value has at most {field.max_length} characters (it has {len(value)})."
        )
    if not field.blank and not value.strip():
        raise ValidationError("This field is required.")
    field.validate(value, None)
    # The slug is made fit when the page is written.
    if not isinstance(field, models.SlugField):
        field.run_validators(value)

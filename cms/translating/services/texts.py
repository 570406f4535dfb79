"""What a translator writes is kept text by text."""

from typing import Any

from wagtail_localize.models import StringTranslation

from cms.translating import selectors, wording
from cms.translating.services import writing
from common.exceptions import NotFound


def keep(*, translation_id: int, segment_id: int, words: str, by: Any) -> tuple[Any, bool]:
    """Keep the translation of one text; return it, and whether there was none before.

    One that does not fit where it stands is kept with an error and stands in no page.

    :raises NotFound: when there is no such translation, or the text is none of it.
    :raises NotAllowed: when the person may not write the page.
    :raises Locked: while it is reviewed by others or somebody else has locked it.
    """
    with writing.written(translation_id=translation_id, by=by) as translation:
        segment = selectors.segment(segment_id)
        if segment is None or segment.source_id != translation.source_id:
            raise NotFound("There is no such text.")
        return StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale_id=translation.target_locale_id,
            context_id=segment.context_id,
            defaults={
                "data": wording.kept(words, plain=selectors.is_plain(segment)),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": by,
                "has_error": False,
                "field_error": "",
            },
        )

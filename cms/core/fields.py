"""The field that holds the blocks of a page."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from wagtail.fields import StreamField
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter


class BodyField(StreamField):  # type: ignore[misc]
    """Blocks, taken apart for translators however old their stored form is."""

    def deconstruct(self) -> Any:
        """Return it as a plain field of blocks: the database knows no difference."""
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", args, kwargs

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Return the words of all blocks, and what may be another thing in another language."""
        found: list[Any] = _Extractor(self, include_overridables=True).handle_stream_block(value)
        return found

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Return the blocks with these words and things in their places."""
        return _Writer(self, None, None).handle_stream_block(value, segments)


class _Extractor(StreamFieldSegmentExtractor):  # type: ignore[misc]
    def handle_block(self, block_type: Any, block_value: Any, raw_value: Any = None) -> list[Any]:
        """Take a block apart; what an older form lacks, or a thing that is gone, is nothing."""
        if block_value is None:
            return []
        found: list[Any] = super().handle_block(block_type, block_value, raw_value=raw_value)
        return found

    def handle_related_object_block(self, related_object: Any) -> list[Any]:
        """Keep a chosen thing, which a translator may replace."""
        return [OverridableSegmentValue("", related_object.pk)]


class _Writer(StreamFieldSegmentsWriter):  # type: ignore[misc]
    def handle_related_object_block(self, related_object: Any, segments: list[Any]) -> Any:
        """Return the replacement, or the thing itself where the replacement is gone."""
        try:
            return super().handle_related_object_block(related_object, segments)
        except (ObjectDoesNotExist, ValueError, TypeError):
            return related_object

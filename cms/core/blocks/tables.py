"""Tables of sizes."""

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail_localize.segments import StringSegmentValue

from cms.core import segments as parts

_RANGE = re.compile(r"^\s*(\d{1,3}(?:[.,]\d)?)(?:\s*[-–—]\s*(\d{1,3}(?:[.,]\d)?))?\s*$")


def millimetres(said: str) -> tuple[int, int] | None:
    """Return the least and the most of `82`, `82-86` or `82.5–86` centimetres, in millimetres."""
    found = _RANGE.match(said or "")
    if found is None:
        return None
    least, most = (
        int(Decimal(each.replace(",", ".")) * 10)
        for each in (found.group(1), found.group(2) or found.group(1))
    )
    return (least, most) if least <= most else None


class LengthBlock(blocks.CharBlock):
    """A length or a range of lengths in centimetres."""

    def clean(self, value: Any) -> Any:
        """Refuse what is no length."""
        found = super().clean(value)
        if found and millimetres(found) is None:
            raise ValidationError("Give centimetres such as 82 or 82-86.")
        return found

    class Meta:
        icon = "order"
        label = "Length in cm"


class SizeGuideBlock(blocks.StructBlock):
    """Which size fits which body: a column of sizes, and lengths in centimetres."""

    title = blocks.CharBlock(max_length=120)
    note = blocks.TextBlock(required=False, max_length=300)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, max_length=60, label="Words")),
            ("length", LengthBlock(required=False, max_length=20)),
        ]
    )

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Return the words of the guide and of its table."""
        own = [StringSegmentValue(name, value[name]) for name in ("title", "note") if value[name]]
        return [*own, *(each.wrap("table") for each in parts.of_table(value["table"]))]

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Return the guide with its words translated."""
        in_table = []
        for segment in segments:
            name, inner = segment.unwrap()
            if name == "table":
                in_table.append(inner)
            else:
                value[name] = inner.render_text()
        parts.into_table(value["table"], in_table)
        return value

    class Meta:
        icon = "table"
        label = "Size guide"
        group = "Words"

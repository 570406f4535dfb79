"""Tables of sizes."""

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
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


class SizesBlock(TypedTableBlock):  # type: ignore[misc]
    """A table that comes from a form cell by cell, or whole, as Wagtail's API hands it over."""

    def clean(self, table: Any) -> Any:
        """Refuse a table that says nothing, and columns without a heading; drafts may have both."""
        found = super().clean(table)
        if self.is_deferred_validation:
            return found
        if not (found.columns and found.row_data):
            raise ValidationError("Add at least one column and one row.")
        if not all(each["heading"].strip() for each in found.columns):
            raise ValidationError("Give every column a heading.")
        return found

    def value_for_form(self, value: Any) -> Any:
        """Return the table: nothing of it is written in another way."""
        return value

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        """Return the table; no form of a browser can hold a whole one."""
        whole = data.get(prefix)
        if isinstance(whole, TypedTable):
            return whole
        return super().value_from_datadict(data, files, prefix)


class SizeGuideBlock(blocks.StructBlock):
    """Which size fits which body: a column of sizes, and lengths in centimetres."""

    title = blocks.CharBlock(max_length=120)
    note = blocks.TextBlock(required=False, max_length=300)
    table = SizesBlock(
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

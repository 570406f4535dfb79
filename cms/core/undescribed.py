"""Pictures that tell nothing to who cannot see them: editors hear of them when they hand a page on.

A picture that only decorates stays without words, knowingly; so they are told, and not stopped.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from wagtail.admin import messages
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

HANDED_ON = ("action-publish", "action-submit", "action-restart-workflow")
MOST = 5


def undescribed(page: Any) -> list[str]:
    """Return where a page shows pictures without words: `Picture (block 3)`."""
    found = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for place, block in enumerate(getattr(page, field.name) or (), 1):
                name = f"{block.block.label} (block {place})"
                found += [name for _ in _bare(block.block, block.value)]
    return list(dict.fromkeys(found))


def _bare(block: Any, value: Any, alt: str = "") -> Iterator[Any]:
    """Yield the pictures in a block that neither say anything nor have it said for them."""
    if isinstance(block, ImageChooserBlock):
        if value is not None and not (alt or value.description).strip():
            yield value
        return
    for child, each in _inside(block, value):
        yield from _bare(child, each, str(value.get("alt") or "") if _has_alt(block) else "")


def _has_alt(block: Any) -> bool:
    return isinstance(block, StructBlock) and "alt" in block.child_blocks


def _inside(block: Any, value: Any) -> list[tuple[Any, Any]]:
    if isinstance(block, StructBlock):
        return [(child, value.get(name)) for name, child in block.child_blocks.items()]
    if isinstance(block, ListBlock):
        return [(block.child_block, each) for each in value or ()]
    if isinstance(block, StreamBlock):
        return [(each.block, each.value) for each in value or ()]
    return []


def tell(request: HttpRequest, page: Any) -> None:
    """Name the pictures without words to who publishes a page or submits it for review."""
    if not any(each in request.POST for each in HANDED_ON):
        return
    found = undescribed(page)
    if found:
        more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
        messages.warning(
            request,
            f"Pictures without words for who cannot see them: {', '.join(found[:MOST])}{more}. Write "
            "what they show, in the block or once for all at the picture; leave only decoration "
            "without.",
        )

"""What a menu is made of: items that point at live things of the shop, or at a typed link."""

from typing import Any

from wagtail import blocks

from cms.core.addresses import LONGEST, validate_link
from cms.core.choosers import CategoryBlock, CollectionBlock, ProductBlock, VendorBlock

MOST_ITEMS = 20
MOST_CHILDREN = 30


def _to(target: blocks.Block, icon: str, below: blocks.Block | None) -> blocks.StructBlock:
    """Return an item that shows the target's own title unless it has a label."""
    label = blocks.CharBlock(
        required=False, max_length=80, help_text="Left empty, the item shows its title."
    )
    return _item([("target", target), ("label", label)], icon, below)


def _link(below: blocks.Block | None) -> blocks.StructBlock:
    url = blocks.CharBlock(
        max_length=LONGEST,
        validators=[validate_link],
        label="Address",
        help_text="A path of the shop such as /products/?sort=newest, or an https address",
    )
    return _item([("label", blocks.CharBlock(max_length=80)), ("url", url)], "link", below)


def _item(
    fields: list[tuple[str, blocks.Block]], icon: str, below: blocks.Block | None
) -> blocks.StructBlock:
    children = [("children", below)] if below is not None else []
    return blocks.StructBlock([*fields, *children], icon=icon)


def _kinds(below: blocks.Block | None = None) -> list[tuple[str, blocks.Block]]:
    return [
        ("page", _to(blocks.PageChooserBlock(label="Page"), "doc-empty", below)),
        ("collection", _to(CollectionBlock(label="Collection"), "folder-open-inverse", below)),
        ("category", _to(CategoryBlock(label="Category"), "folder", below)),
        ("vendor", _to(VendorBlock(label="Vendor"), "group", below)),
        ("product", _to(ProductBlock(label="Product"), "tag", below)),
        ("link", _link(below)),
    ]


def _second_level() -> Any:
    return blocks.StreamBlock(
        _kinds(), required=False, max_num=MOST_CHILDREN, label="Items below it"
    )


MENU_ITEMS = _kinds(_second_level())

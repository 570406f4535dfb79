"""Links: to a page of ours, which may move, or to an address."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.core.addresses import validate_link
from cms.core.segments import Replaceable


class AddressBlock(Replaceable, blocks.CharBlock):  # type: ignore[misc]
    """A path of the shop such as `/collections/rainy-season/`, or an http(s) address."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault(
            "help_text",
            "A path of the shop such as /collections/rainy-season/, or an https address",
        )
        super().__init__(**kwargs)

    class Meta:
        label = "Address of the link"

    def clean(self, value: Any) -> Any:
        """Refuse what no client may follow."""
        found = super().clean(value)
        if found:
            validate_link(found)
        return found


class LinkBlock(blocks.StructBlock):
    """A page, or an address; with the words that are clicked."""

    label = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False)
    url = AddressBlock(required=False, label="Address")

    class Meta:
        icon = "link"

    def clean(self, value: Any) -> Any:
        """Refuse a link that leads nowhere, but in a draft, or to two places."""
        found = super().clean(value)
        if self.is_deferred_validation and not (found["page"] and found["url"]):
            return found
        if bool(found["page"]) == bool(found["url"]):
            said = ValidationError("Choose a page or give an address: one of the two.")
            raise StructBlockValidationError(block_errors={"page": said})
        return found

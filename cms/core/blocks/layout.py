"""What leads on from a page."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.core.blocks.links import LinkBlock

TONES = [("plain", "Plain"), ("strong", "Strong"), ("quiet", "Quiet")]


class CallToActionBlock(blocks.StructBlock):
    """A line that asks for something, and one or two ways to do it."""

    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(required=False, max_length=300)
    tone = blocks.ChoiceBlock(choices=TONES, default="plain")
    links = blocks.ListBlock(LinkBlock(), min_num=1, max_num=2)

    class Meta:
        icon = "pick"
        label = "Call to action"
        group = "Ways on"


class FormBlock(blocks.StructBlock):
    """A form of the shop, answered by the shopper in the frontend."""

    form = SnippetChooserBlock("cms_forms.Form")
    title = blocks.CharBlock(required=False, max_length=120)

    class Meta:
        icon = "form"
        group = "Ways on"

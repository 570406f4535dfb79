"""Pictures."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class HeroBlock(blocks.StructBlock):
    """The opening picture of a page with a line to read and a way on."""

    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(required=False, max_length=300)
    image = ImageChooserBlock(required=False)
    link_label = blocks.CharBlock(required=False, max_length=60)
    link_url = blocks.CharBlock(
        required=False,
        max_length=500,
        help_text="A path of the shop such as /collections/rainy-season/, or an https address",
    )

    class Meta:
        icon = "image"


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with words under it."""

    image = ImageChooserBlock()
    alt = blocks.CharBlock(
        required=False, max_length=200, help_text="What the picture shows, for who cannot see it"
    )
    caption = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "image"
        label = "Picture"

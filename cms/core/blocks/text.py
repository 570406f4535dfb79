"""Words."""

from wagtail import blocks

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "hr", "link"]


class ParagraphBlock(blocks.RichTextBlock):
    """Formatted text."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        group = "Words"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(max_length=600)
    attribution = blocks.CharBlock(required=False, max_length=120)

    class Meta:
        icon = "openquote"
        group = "Words"


class _Question(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200)
    answer = blocks.RichTextBlock(features=["bold", "italic", "link", "ul"])


class FaqBlock(blocks.StructBlock):
    """Questions with their answers."""

    title = blocks.CharBlock(required=False, max_length=120)
    questions = blocks.ListBlock(_Question())

    class Meta:
        icon = "help"
        label = "Questions and answers"
        group = "Words"

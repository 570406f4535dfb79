"""Words."""

from typing import Any

from wagtail import blocks

from cms.core.richtext import editable

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "hr", "link", "document-link"]


class FormattedBlock(blocks.RichTextBlock):
    """Formatted text that can be opened whatever was stored: the editor reads no unbalanced tags."""

    def value_for_form(self, value: Any) -> str:
        """Return the stored text as the editor can read it."""
        return editable(super().value_for_form(value))


class ParagraphBlock(FormattedBlock):
    """Formatted text."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        group = "Words"


class _AnswerBlock(FormattedBlock):
    def deconstruct(self) -> Any:
        """Be a plain text to migrations: the database knows no difference."""
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(max_length=600)
    attribution = blocks.CharBlock(required=False, max_length=120)

    class Meta:
        icon = "openquote"
        group = "Words"


class _Question(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200)
    answer = _AnswerBlock(features=["bold", "italic", "link", "ul"])


class FaqBlock(blocks.StructBlock):
    """Questions with their answers."""

    title = blocks.CharBlock(required=False, max_length=120)
    questions = blocks.ListBlock(_Question())

    class Meta:
        icon = "help"
        label = "Questions and answers"
        group = "Words"

"""The list of pages shows the title of a draft as its translator left it."""

from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue


def show(kept: StringTranslation) -> None:
    """Name the draft as the translation of its title does, unless that does not fit."""
    if kept.context is None or kept.context.path != "title" or kept.has_error:
        return
    pages = Page.objects.filter(translation_key=kept.context.object_id, locale_id=kept.locale_id)
    pages.update(draft_title=StringValue(kept.data).render_text())

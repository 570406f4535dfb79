"""What translators wrote becomes the draft of their page; what visitors see stays."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translating.exceptions import TranslationUnfit


def keep(translation: Translation, page: Page, by: Any) -> None:
    """Keep the translation as the latest draft of its page.

    Words without a translation are in the language of the source.

    :raises TranslationUnfit: when the draft as a whole does not fit its page.
    """
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    draft.slug = find_available_slug(
        page.get_parent(), slugify(draft.slug) or page.slug, ignore_page_id=page.pk
    )
    try:
        draft.save_revision(user=by)
    except ValidationError as error:
        raise TranslationUnfit(" ".join(error.messages)) from error

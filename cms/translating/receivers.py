"""Whichever way a translation comes in, by the editor or by a file, it is looked at."""

from typing import Any

from django.conf import settings
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    post_save_string_translation,
)

from cms.translating.services import fitting, titles
from identity.services import roles

TOP = 2
_ONLY_NOTES = {"has_error", "field_error"}

# It writes any title into the list of pages, also what does not fit there and with its markup.
post_save.disconnect(post_save_string_translation, sender=StringTranslation)


@receiver(post_save, sender=StringTranslation, dispatch_uid="translating.text")
@receiver(post_save, sender=SegmentOverride, dispatch_uid="translating.override")
def look(
    sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Note what does not fit; a title that fits is that of the draft from now on."""
    if not raw and not (update_fields and _ONLY_NOTES.issuperset(update_fields)):
        fitting.look(instance)
        if isinstance(instance, StringTranslation):
            titles.show(instance)


def hand_over(sender: Any, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Give those who translate their rights over a tree that begins in a further language."""
    is_top = created and not raw and instance.depth == TOP
    if is_top and instance.locale.language_code != settings.LANGUAGE_CODE:
        roles.give_pages()

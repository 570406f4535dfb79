"""What happens to a picture's row whichever door it is saved by: form, API, import or shell.

`Picture.save` is one transaction, so that the row, its state and its events stand or fall together.
"""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import UploadedFile

from common.media import uploads
from common.media.models import OF_FILE, Picture
from common.media.services import changes


@receiver(pre_save, sender=Picture, dispatch_uid="media.before_saving")
def before_saving(
    instance: Picture, raw: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    """Hold the row and take from it what workers wrote; a new file starts with nothing."""
    instance.stored = None if raw else changes.held(instance)
    if instance.stored is None:
        changes.start(instance, at=timezone.now())
    elif _saves("file", update_fields) and changes.has_new_file(instance, instance.stored):
        changes.start_over(instance, at=timezone.now())
    else:
        for name in OF_FILE:
            setattr(instance, name, instance.stored[name])


@receiver(post_save, sender=Picture, dispatch_uid="media.after_saving")
def after_saving(
    instance: Picture, raw: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    """Tell what changed."""
    stored = instance.__dict__.pop("stored", None)
    if raw:
        return
    if stored is None:
        changes.came(instance)
    elif _saves("file", update_fields) and changes.has_new_file(instance, stored):
        changes.file_changed(instance, stored)
    else:
        changes.words_changed(instance, stored, among=update_fields)


@receiver(pre_delete, sender=Picture, dispatch_uid="media.before_deleting")
def before_deleting(instance: Picture, **kwargs: Any) -> None:
    """Have the sizes' files deleted; Wagtail deletes the picture's own."""
    stored = changes.held(instance)
    if stored is not None:
        names = changes.names_of(stored)
        changes.discard(picture_id=instance.pk, names=names, at=timezone.now())


@receiver(pre_save, sender=UploadedFile, dispatch_uid="media.set_aside")
def before_setting_aside(instance: UploadedFile, raw: bool, **kwargs: Any) -> None:
    """Encode anew what the upload of many sets aside until its form is filled in."""
    kind = instance.for_content_type
    if raw or kind is None or kind.model_class() is not Picture or instance.file._committed:
        return
    content = instance.file.file
    if not isinstance(content, uploads.Plain):
        content.seek(0)
        instance.file = uploads.plain_file(instance.file.name, content.read())


def _saves(name: str, update_fields: Collection[str] | None) -> bool:
    return update_fields is None or name in update_fields

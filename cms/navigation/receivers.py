"""Menus and what the shop says of itself: told of in the transaction that changes them."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from cms.navigation.models import Menu, SiteSettings
from cms.publishing.services.affecting import affected
from common.outbox.services import events


@receiver(pre_save, sender=Menu, dispatch_uid="navigation.renaming")
def renaming(sender: Any, instance: Menu, **kwargs: Any) -> None:
    """Remember under which key the menu was found until now."""
    known = Menu.objects.filter(pk=instance.pk).values_list("key", flat=True)
    instance.keys_told = {instance.key, *known}  # type: ignore[attr-defined]


@receiver([post_save, post_delete], sender=Menu, dispatch_uid="navigation.menu_changed")
def menu_changed(sender: Any, instance: Menu, raw: bool = False, **kwargs: Any) -> None:
    """Tell that the menu answers otherwise, under its old key too."""
    if raw:
        return
    keys = sorted(getattr(instance, "keys_told", {instance.key}))
    about = affected([], menus=keys, site=True)
    locale = instance.locale.language_code
    events.record(
        type="menu.changed",
        subject_id=instance.key,
        payload={"key": instance.key, "locale": locale, **about, "locales": [locale]},
    )


@receiver(post_save, sender=SiteSettings, dispatch_uid="navigation.site_changed")
def site_changed(sender: Any, instance: SiteSettings, raw: bool = False, **kwargs: Any) -> None:
    """Tell that the shop says something else of itself, in whatever language."""
    if not raw:
        events.record(
            type="site.changed",
            subject_id=str(instance.site_id),
            payload=affected([], site=True),
        )

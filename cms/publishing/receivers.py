"""What Wagtail says, told on in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail import signals
from wagtail.models import Page

from cms.publishing.services import announcing


@receiver([signals.page_published, signals.page_unpublished], dispatch_uid="publishing.announce")
def announce(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell of the page."""
    announcing.announce(page_ids=[instance.pk])


@receiver(post_delete, sender=Page, dispatch_uid="publishing.gone")
def gone(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell that the page went."""
    announcing.announce(page_ids=[instance.pk])


@receiver([signals.post_page_move, signals.page_slug_changed], dispatch_uid="publishing.moved")
def moved(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell of the page now and of what is below it soon."""
    announcing.announce(page_ids=[instance.pk])
    announcing.tree_moved(page_id=instance.pk)

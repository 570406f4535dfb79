"""What Wagtail says, told on in the same transaction."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail import signals
from wagtail.models import Page, PageViewRestriction

from cms.core import refiling
from cms.publishing.services import announcing, renewing
from common.media.models import Picture


@receiver(signals.page_published, dispatch_uid="publishing.published")
def published(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell of the page."""
    announcing.announce(page_ids=[instance.pk])


# Wagtail says so of a page, too, that it is about to delete and that is live until then.
@receiver(signals.page_unpublished, dispatch_uid="publishing.unpublished")
def unpublished(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell that the page went."""
    announcing.announce(page_ids=[instance.pk], only_gone=True)


# What refers to a page is forgotten with it.
@receiver(pre_delete, sender=Page, dispatch_uid="publishing.going")
def going(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell that the page goes."""
    announcing.going(page_id=instance.pk)


# Wagtail says that a page has another address once the transaction is over, and children are told
# of later still: a second move would hide where they were in between.
@receiver(pre_save, dispatch_uid="publishing.renaming")
def renaming(
    sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Keep where a page and all below it are seen, before its slug is another one."""
    is_kept = raw or (update_fields is not None and "slug" not in update_fields)
    if isinstance(instance, Page) and instance.pk is not None and not is_kept:
        announcing.renaming(page_id=instance.pk, slug=instance.slug)


# While the page is still where anybody sees it, or nobody: its row moves before it is saved.
@receiver(signals.pre_page_move, dispatch_uid="publishing.leaving")
def leaving(
    sender: Any, instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any
) -> None:
    """Keep where a page and all below it are seen, before it moves."""
    if url_path_before != url_path_after:
        announcing.leaving(page_id=instance.pk)


@receiver([signals.post_page_move, signals.page_slug_changed], dispatch_uid="publishing.moved")
def moved(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Tell of the page now and of what is below it soon."""
    announcing.announce(page_ids=[instance.pk])
    announcing.tree_moved(page_id=instance.pk)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="publishing.closed")
def closed(sender: Any, instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Tell that the page is for some people only."""
    if not raw:
        _opened_or_closed(instance)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="publishing.opened")
def opened(sender: Any, instance: PageViewRestriction, origin: Any = None, **kwargs: Any) -> None:
    """Tell that the page is for everybody; not where the restriction went with its page."""
    if getattr(origin, "model", type(origin)) is PageViewRestriction:
        _opened_or_closed(instance)


def _opened_or_closed(restriction: PageViewRestriction) -> None:
    announcing.announce(page_ids=[restriction.page_id])
    announcing.tree_moved(page_id=restriction.page_id)


@receiver(refiling.changed, dispatch_uid="publishing.documents")
def refiled(sender: type[Model], ids: Sequence[int], is_going: bool, **kwargs: Any) -> None:
    """Have the pages told of that link to documents which answer otherwise."""
    ask = renewing.ask_before_deleting if is_going else renewing.ask
    ask(model=sender, ids=ids)


@receiver(pre_delete, sender=Picture, dispatch_uid="publishing.picture_going")
def picture_going(sender: type[Model], instance: Picture, **kwargs: Any) -> None:
    """Have the pages told of that show a picture which is about to be deleted."""
    renewing.ask_before_deleting(model=sender, ids=[instance.pk])

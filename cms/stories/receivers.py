"""What happens to stories in Wagtail, followed in the transaction in which it happens.

Wagtail's own signals of publishing are sent after that transaction, so that what they are to bring
about would be lost with the process.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page

from cms.core import refiling
from cms.stories.models import ProductStory
from cms.stories.selectors import stories
from cms.stories.services import pushing, renewing


def connect() -> None:
    """Listen to stories being saved, also as the plain pages they are, and to what they link to."""
    for sender in (ProductStory, Page):
        post_save.connect(follow_saved, sender=sender, dispatch_uid=f"stories.{sender.__name__}")
    # What refers to a page is forgotten with it.
    pre_delete.connect(renew_linking, sender=Page, dispatch_uid="stories.linking")
    refiling.changed.connect(renew_naming, dispatch_uid="stories.documents")
    post_delete.connect(withdraw_deleted, sender=ProductStory, dispatch_uid="stories.deleted")


def follow_saved(
    *, instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Push down what was made live, or take back what was made not."""
    is_only_a_draft = update_fields is not None and "live" not in update_fields
    if not raw and not is_only_a_draft and instance.specific_class is ProductStory:
        pushing.follow(story_id=instance.pk)


def renew_linking(*, instance: Page, **kwargs: Any) -> None:
    """Have the live stories renewed that link to a page which is about to go."""
    renewing.ask(story_ids=stories.showing(Page, [instance.pk]))


def renew_naming(*, sender: type[Model], ids: Sequence[int], **kwargs: Any) -> None:
    """Have the live stories renewed that link to documents which answer otherwise."""
    renewing.ask(story_ids=stories.showing(sender, ids))


def withdraw_deleted(*, instance: ProductStory, **kwargs: Any) -> None:
    """Take back what a deleted story told."""
    if instance.product is not None:
        pushing.withdraw(product=instance.product, locale=instance.locale.language_code)

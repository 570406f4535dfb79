"""Chores of content delivery."""

from celery import shared_task

from cms.delivery.services import previews


@shared_task(name="delivery.forget_previews")
def forget_previews() -> None:
    """Delete the drafts that were previewed on days gone by."""
    previews.forget()

"""Chores of forms."""

from celery import shared_task
from django.utils import timezone

from cms.forms.services import forgetting


@shared_task(name="forms.forget_old_answers")
def forget_old_answers() -> int:
    """Delete what was written long ago; the answer is how many answers."""
    return forgetting.forget_old(at=timezone.now())

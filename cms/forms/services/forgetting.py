"""What shoppers wrote is not kept for ever."""

from datetime import datetime, timedelta

from django.conf import settings

from cms.forms.models import FormAnswer


def forget_old(*, at: datetime) -> int:
    """Delete the answers older than `FORM_ANSWERS_DAYS`; the answer is how many."""
    before = at - timedelta(days=settings.FORM_ANSWERS_DAYS)
    count, _ = FormAnswer.objects.filter(submitted_at__lt=before).delete()
    return count

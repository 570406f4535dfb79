"""What workers do with messages."""

from celery import shared_task
from django.utils import timezone

from notifications.services import sending


@shared_task(name="notifications.send_message")
def send_message(*, message_id: int) -> None:
    """Send one message that is due."""
    sending.send(message_id=message_id, at=timezone.now())


@shared_task(name="notifications.send_due_messages")
def send_due_messages() -> int:
    """Send whatever is queued and overdue; the answer is how many were tried."""
    return sending.send_due(at=timezone.now())

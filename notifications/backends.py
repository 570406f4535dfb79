"""What Django's mail is sent over: nothing leaves here, a worker sends it."""

from collections.abc import Iterable

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from notifications.services import mailing


class QueuedMail(BaseEmailBackend):
    """Queues every e-mail as messages, in the transaction of whoever sends it."""

    def send_messages(self, email_messages: Iterable[EmailMessage]) -> int:
        """Queue the e-mails and return how many there were.

        :raises ValueError: for one with attachments, which messages do not have.
        """
        count = 0
        for each in email_messages:
            each.message()  # A line break in a header is refused here.
            count += bool(mailing.queue_email(email=each))
        return count

"""Messages as e-mails."""

from django.conf import settings

from common.providers import mail
from notifications.models import Message


def hand_over(message: Message) -> mail.Receipt:
    """Give the message to the mail provider.

    :raises ProviderError: when it was not taken.
    """
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">")
    return mail.provider().send(
        mail.Mail(
            recipient=message.recipient,
            subject=message.subject,
            text=message.body_text,
            html=message.body_html,
            message_id=f"<{message.public_id}@{domain}>",
            headers={"Auto-Submitted": "auto-generated", "Content-Language": message.locale},
        )
    )

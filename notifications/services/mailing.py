"""E-mails that Django's own machinery writes: sign-in and account, and news of Wagtail's review."""

import uuid

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from django.utils.html import strip_tags

from notifications.models import Message
from notifications.services import messages
from notifications.services.wording import Words


@transaction.atomic
def queue_email(*, email: EmailMessage) -> list[Message]:
    """Queue an e-mail as one message to each of its readers, and return them.

    Unless it says of itself that it is news (`Auto-Submitted`, as Wagtail's do), it may carry a
    code or a link to sign in with: its words are then shown to nobody and not kept once sent.

    :raises ValueError: for one with attachments, which messages do not have.
    """
    if email.attachments:
        raise ValueError("Messages have no attachments.")
    is_news = "Auto-Submitted" in email.extra_headers
    return [
        messages.write_down(
            kind="staff_news" if is_news else "account",
            recipient=each,
            words=_words(email),
            dedupe_key=f"email:{uuid.uuid4().hex}",
            locale=translation.get_language() or "en",
            is_secret=not is_news,
        )
        for each in email.recipients()
    ]


def _words(email: EmailMessage) -> Words:
    subject, body = " ".join(str(email.subject).split())[:255], str(email.body)
    if email.content_subtype == "html":
        return Words(subject=subject, text=strip_tags(body), html=body)
    found = [each for each in getattr(email, "alternatives", []) if each.mimetype == "text/html"]
    return Words(subject=subject, text=body, html=str(found[0].content) if found else "")

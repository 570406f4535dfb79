"""E-mail through Django's mailers: a folder in the demo, SMTP in production."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from common.providers.exceptions import PermanentProviderError, ProviderError
from common.providers.mail.base import Mail, Receipt


class Mailer:
    """Sends over the mailer `outgoing`; `default` leads to the queue."""

    name = "mailer"

    def send(self, mail: Mail) -> Receipt:
        """Hand the e-mail to the mail server."""
        message = self._message(mail)
        try:
            message.send(using="outgoing")
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused) as error:
            raise _refused(error) from error
        except smtplib.SMTPResponseException as error:
            raise _answered(error.smtp_code, repr(error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise ProviderError(repr(error)) from error
        except ValueError as error:
            raise PermanentProviderError(repr(error)) from error
        return Receipt(self.name, mail.message_id)

    def _message(self, mail: Mail) -> EmailMultiAlternatives:
        headers = dict(mail.headers)
        if mail.message_id:
            headers["Message-ID"] = mail.message_id
        message = EmailMultiAlternatives(
            mail.subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.recipient], headers=headers
        )
        if mail.html:
            message.attach_alternative(mail.html, "text/html")
        return message


def _refused(error: smtplib.SMTPException) -> ProviderError:
    answers = getattr(error, "recipients", None)
    codes = [code for code, _ in answers.values()] if answers else [getattr(error, "smtp_code", 0)]
    return _answered(max(codes, default=0), repr(error))


def _answered(code: int, detail: str) -> ProviderError:
    kind = PermanentProviderError if 500 <= code < 600 and code not in (530, 535) else ProviderError
    return kind(detail)

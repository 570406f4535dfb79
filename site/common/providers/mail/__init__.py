"""E-mail: the provider that the settings name."""

from django.conf import settings
from django.utils.module_loading import import_string

from common.providers.mail.base import Mail, MailProvider, Receipt

__all__ = ["Mail", "MailProvider", "Receipt", "provider"]


def provider() -> MailProvider:
    """Return the provider named by MAIL_PROVIDER."""
    found: MailProvider = import_string(settings.MAIL_PROVIDER)()
    return found

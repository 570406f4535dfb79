"""What an e-mail provider takes and answers."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Mail:
    """One e-mail to one address; `message_id` is the same at every try."""

    recipient: str
    subject: str
    text: str
    html: str = ""
    message_id: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """What the provider answered."""

    provider: str
    reference: str


class MailProvider(Protocol):
    """Hands e-mails over."""

    def send(self, mail: Mail) -> Receipt:
        """Hand the e-mail over.

        :raises ProviderError: when it may go at another try.
        :raises PermanentProviderError: when it never will.
        """
        ...

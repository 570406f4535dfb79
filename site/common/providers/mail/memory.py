"""A mail server in this process: keeps what it took, refuses what it is told to."""

from collections import Counter
from typing import ClassVar

from common.providers.exceptions import PermanentProviderError, ProviderError
from common.providers.mail.base import Mail, Receipt


class MemoryMail:
    """Keeps e-mails in `outbox`; `down` and `unknown` make it behave badly."""

    name = "memory"
    outbox: ClassVar[list[Mail]] = []
    unknown: ClassVar[set[str]] = set()
    tries: ClassVar[Counter[str]] = Counter()
    down: ClassVar[bool] = False

    @classmethod
    def reset(cls) -> None:
        """Forget everything and behave well."""
        cls.outbox.clear()
        cls.unknown.clear()
        cls.tries.clear()
        cls.down = False

    def send(self, mail: Mail) -> Receipt:
        """Keep the e-mail."""
        self.tries[mail.recipient] += 1
        if self.down:
            raise ProviderError("The mail server does not answer.")
        if mail.recipient in self.unknown:
            raise PermanentProviderError(f"550 No such mailbox: {mail.recipient}")
        self.outbox.append(mail)
        return Receipt(self.name, mail.message_id)

"""A provider that keeps a book: it charges once per reference and refuses what it must."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from common.providers.exceptions import PermanentProviderError, ProviderError
from common.providers.payments.base import PaymentRequest, PaymentResult, PaymentStatus


@dataclass
class Charge:
    """A line of the book."""

    amount: Decimal
    currency: str
    status: PaymentStatus
    captured: Decimal = Decimal(0)
    refunded: Decimal = Decimal(0)
    voided: bool = False


class MemoryPayments:
    """Captures by default; `outcome` in the details picks another end, `down` makes it fail."""

    name = "Memory"
    book: ClassVar[dict[str, Charge]] = {}
    is_down: ClassVar[bool] = False

    def start(self, request: PaymentRequest) -> PaymentResult:
        """Charge once per reference.

        :raises ProviderError: while it is down.
        """
        self._require_up()
        status: PaymentStatus = request.details.get("outcome") or "captured"
        reference = f"memory:{request.reference}"
        charge = self.book.setdefault(reference, Charge(request.amount, request.currency, status))
        if charge.status == "captured":
            charge.captured = charge.amount
        return PaymentResult(charge.status, reference)

    def capture(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Take promised money.

        :raises PermanentProviderError: when so much was not promised.
        """
        charge = self._found(provider_reference)
        if charge.status != "authorised" or amount > charge.amount:
            raise PermanentProviderError("Nothing of this amount is authorised.")
        charge.status, charge.captured = "captured", amount

    def void(self, *, provider_reference: str) -> None:
        """Give up a promise.

        :raises PermanentProviderError: when the money was taken already.
        """
        charge = self._found(provider_reference)
        if charge.status == "captured":
            raise PermanentProviderError("Captured money is refunded, not voided.")
        charge.voided = True

    def refund(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Give money back.

        :raises PermanentProviderError: when more would go back than was taken.
        """
        charge = self._found(provider_reference)
        if currency != charge.currency or charge.refunded + amount > charge.captured:
            raise PermanentProviderError("More than was captured.")
        charge.refunded += amount

    def _found(self, provider_reference: str) -> Charge:
        self._require_up()
        if provider_reference not in self.book:
            raise PermanentProviderError("There is no such charge.")
        return self.book[provider_reference]

    def _require_up(self) -> None:
        if self.is_down:
            raise ProviderError("The provider is down.")

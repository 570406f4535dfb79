"""What a payment provider is asked and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Protocol

PaymentStatus = Literal["requires_action", "pending", "authorised", "captured", "failed"]


@dataclass(frozen=True)
class PaymentRequest:
    """Money to be asked for; `reference` is ours and the same at every try."""

    reference: str
    amount: Decimal
    currency: str
    email: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PaymentResult:
    """How it went; `action` is what the shopper has to do next."""

    status: PaymentStatus
    provider_reference: str
    action: dict[str, Any] | None = None


class PaymentProvider(Protocol):
    """Takes, promises and gives back money.

    Every call is safe to repeat with the same reference. It raises ProviderError when the
    provider cannot be reached or is not sure, PermanentProviderError when it refuses.
    """

    name: str

    def start(self, request: PaymentRequest) -> PaymentResult:
        """Ask for the money."""

    def capture(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Take money that is promised."""

    def void(self, *, provider_reference: str) -> None:
        """Give up money that is promised or asked for."""

    def refund(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Give back money that was taken."""

"""Play money for trials and demos: it always does as it is told."""

from decimal import Decimal
from typing import Any, cast

from common.providers.payments.base import PaymentRequest, PaymentResult, PaymentStatus

OUTCOMES = ("captured", "authorised", "requires_action", "failed")


class TestPayments:
    """Answers the `outcome` that the details ask for, `captured` without one."""

    __test__ = False
    name = "Test payment"

    def start(self, request: PaymentRequest) -> PaymentResult:
        """Answer the wanted outcome."""
        status = cast("PaymentStatus", request.details.get("outcome") or "captured")
        action: dict[str, Any] | None = None
        if status == "requires_action":
            action = {"type": "confirm", "reference": request.reference}
        return PaymentResult(status, f"test:{request.reference}", action)

    def capture(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Play along."""

    def void(self, *, provider_reference: str) -> None:
        """Play along."""

    def refund(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Play along."""

"""Money by bank transfer: asked for here, seen on the account by staff."""

from decimal import Decimal

from django.conf import settings

from common.providers.payments.base import PaymentRequest, PaymentResult


class ManualPayments:
    """Tells the shopper where to send the money; staff move it and say so."""

    name = "Bank transfer"

    def start(self, request: PaymentRequest) -> PaymentResult:
        """Answer the account to pay into, under our reference."""
        action = {
            "type": "bank_transfer",
            "reference": request.reference,
            **settings.SHOP_BANK_ACCOUNT,
        }
        return PaymentResult("pending", f"manual:{request.reference}", action)

    def capture(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Nothing to ask: staff saw the money arrive."""

    def void(self, *, provider_reference: str) -> None:
        """Nothing to ask: no money has moved."""

    def refund(self, *, provider_reference: str, amount: Decimal, currency: str) -> None:
        """Nothing to ask: staff send the money back."""

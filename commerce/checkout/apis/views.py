"""The checkout over REST."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.basket.apis.calling import caller_of
from commerce.checkout.apis.serializers import (
    CheckoutChange,
    CheckoutOpening,
    CheckoutPaymentSerializer,
    CheckoutSerializer,
    PaymentAsked,
    PaymentMethodsSerializer,
    ShippingMethodsSerializer,
)
from commerce.checkout.exceptions import PaymentFailed
from commerce.checkout.models import Checkout
from commerce.checkout.selectors import checkouts, quotes, wire
from commerce.checkout.services import completing, paying, preparing
from commerce.order.apis.serializers import OrderGroupSerializer
from commerce.order.selectors import orders
from commerce.order.selectors.wire import group_as_data
from commerce.payment.models import Payment
from common.apis.documented import BASKET_TOKEN, KEY
from common.apis.views import ApiView
from identity.apis.authentication import StoreToken


class CheckoutBase(ApiView):
    """What all views of the checkout share: whoever reaches the basket may call."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [AllowAny]

    def asked(self, serializer: Any) -> dict[str, Any]:
        """Return the checked body."""
        body = serializer(data=self.request.data)
        body.is_valid(raise_exception=True)
        found: dict[str, Any] = body.validated_data
        return found

    def whole(self, checkout: Checkout, *, status: int = 200) -> Response:
        """Return the checkout with what it costs now."""
        found = quotes.quote(checkout=checkout, user=caller_of(self.request).user)
        data = wire.as_data(checkout=checkout, found=found)
        return Response(data, status=status, headers={"Cache-Control": "private, no-store"})

    def placed(self, checkout_id: str) -> Response:
        """Complete the checkout and return the order group."""
        order = completing.complete(
            checkout_id=checkout_id, caller=caller_of(self.request), at=timezone.now()
        )
        return Response(group_as_data(order, token=orders.token_of(order)), status=201)

    def paid(self, checkout_id: str, asked: dict[str, Any]) -> Payment:
        """Pay the checkout."""
        details = {key: each for key, each in asked.items() if key != "method"}
        return paying.pay(
            checkout_id=checkout_id, caller=caller_of(self.request), method=asked["method"],
            details=details, at=timezone.now(),
        )  # fmt: skip


class CheckoutsView(CheckoutBase):
    """Opening, or all of it at once."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="store_checkouts_open", parameters=[BASKET_TOKEN, KEY], tags=["Checkout"],
        summary="Check a basket out: step by step, or all at once with payment and complete",
        request=CheckoutOpening, responses={201: CheckoutSerializer},
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Open it; pay and complete it where asked."""
        asked = self.asked(CheckoutOpening)
        basket, payment = asked.pop("basket"), asked.pop("payment", None)
        is_complete = asked.pop("complete")
        checkout = preparing.open_checkout(basket_id=basket, caller=caller_of(request), given=asked)
        if payment:
            found = self.paid(checkout.public_id, payment)
            if is_complete and found.status not in Payment.COVERING:
                raise PaymentFailed(f"The payment is {found.status}.")
        if is_complete:
            return self.placed(checkout.public_id)
        return self.whole(checkout, status=201)


class CheckoutView(CheckoutBase):
    """One checkout."""

    @extend_schema(
        operation_id="store_checkouts_read", parameters=[BASKET_TOKEN], summary="A checkout", tags=["Checkout"],
        responses={200: CheckoutSerializer},
    )  # fmt: skip
    def get(self, request: Request, checkout_id: str) -> Response:
        """Return it."""
        return self.whole(checkouts.reach(public_id=checkout_id, caller=caller_of(request)))

    @extend_schema(
        operation_id="store_checkouts_change", parameters=[BASKET_TOKEN], summary="Fill a checkout in", tags=["Checkout"],
        request=CheckoutChange, responses={200: CheckoutSerializer},
    )  # fmt: skip
    def patch(self, request: Request, checkout_id: str) -> Response:
        """Fill in what is given."""
        asked = self.asked(CheckoutChange)
        return self.whole(
            preparing.change(checkout_id=checkout_id, caller=caller_of(request), given=asked)
        )


class ShippingMethodsView(CheckoutBase):
    """The ways of sending."""

    @extend_schema(
        operation_id="store_checkouts_shipping_methods", parameters=[BASKET_TOKEN], summary="Ways of sending, by vendor",
        tags=["Checkout"], responses={200: ShippingMethodsSerializer},
    )  # fmt: skip
    def get(self, request: Request, checkout_id: str) -> Response:
        """Return them."""
        caller = caller_of(request)
        checkout = checkouts.reach(public_id=checkout_id, caller=caller)
        found = quotes.quote(checkout=checkout, user=caller.user)
        return Response({"results": wire.shipping_methods(found=found)})


class PaymentMethodsView(CheckoutBase):
    """The ways to pay."""

    @extend_schema(
        operation_id="store_checkouts_payment_methods", parameters=[BASKET_TOKEN], summary="Ways to pay",
        tags=["Checkout"], responses={200: PaymentMethodsSerializer},
    )  # fmt: skip
    def get(self, request: Request, checkout_id: str) -> Response:
        """Return them."""
        checkouts.reach(public_id=checkout_id, caller=caller_of(request))
        return Response({"results": wire.payment_methods()})


class PaymentView(CheckoutBase):
    """Paying."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="store_checkouts_pay", parameters=[BASKET_TOKEN, KEY], summary="Pay a checkout", tags=["Checkout"],
        request=PaymentAsked, responses={200: CheckoutPaymentSerializer},
    )  # fmt: skip
    def post(self, request: Request, checkout_id: str) -> Response:
        """Hold the stock and ask for the money."""
        return Response(wire.payment_as_data(self.paid(checkout_id, self.asked(PaymentAsked))))


class CompleteView(CheckoutBase):
    """Placing the order."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="store_checkouts_complete", parameters=[BASKET_TOKEN, KEY], summary="Place the order", tags=["Checkout"],
        request=None, responses={201: OrderGroupSerializer},
    )  # fmt: skip
    def post(self, request: Request, checkout_id: str) -> Response:
        """Place it."""
        return self.placed(checkout_id)

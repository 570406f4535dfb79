"""Orders as their shoppers see them."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.order.apis.serializers import OrderGroupSerializer, ReasonSerializer
from commerce.order.models import Order
from commerce.order.selectors import orders
from commerce.order.selectors.wire import group_as_data
from commerce.order.services import fulfilment
from common.apis.documented import KEY, ORDER_TOKEN
from common.apis.pagination import CursorPages
from common.apis.views import ApiView
from identity.apis.authentication import StoreToken


class StoreOrdersView(ApiView):
    """The person's orders."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]
    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(
        operation_id="store_orders_list", summary="Your orders", tags=["Orders"],
        responses={200: OrderGroupSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of them, newest first."""
        return self.paged(orders.of_person(request.user), group_as_data)


class StoreOrderView(ApiView):
    """One order."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [AllowAny]

    @extend_schema(
        operation_id="store_orders_read", summary="An order", tags=["Orders"],
        parameters=[ORDER_TOKEN],
        responses={200: OrderGroupSerializer},
    )  # fmt: skip
    def get(self, request: Request, number: str) -> Response:
        """Return it to its owner or to who has its token."""
        order = _reached(request, number)
        return Response(group_as_data(order, token=orders.token_of(order)))


class StoreOrderCancelView(ApiView):
    """Cancelling."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [AllowAny]
    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="store_orders_cancel", summary="Cancel an order nothing of which was sent",
        tags=["Orders"], parameters=[ORDER_TOKEN, KEY], request=ReasonSerializer,
        responses={200: OrderGroupSerializer},
    )  # fmt: skip
    def post(self, request: Request, number: str) -> Response:
        """Cancel it and return it."""
        body = ReasonSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        order = _reached(request, number)
        fulfilment.cancel_group(
            order_id=order.pk, by=_person(request), reason=body.validated_data["reason"],
            at=timezone.now(),
        )  # fmt: skip
        order.refresh_from_db()
        return Response(group_as_data(order, token=orders.token_of(order)))


def _person(request: Request) -> Any:
    return request.user if request.user.is_authenticated else None


def _reached(request: Request, number: str) -> Order:
    token = request.headers.get("X-Order-Token", "")
    return orders.reach(number=number, user=_person(request), token=token)

"""Orders as a vendor works on them."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.order.apis.serializers import (
    NothingSerializer,
    ReasonSerializer,
    ShippingSerializer,
    VendorOrderSerializer,
)
from commerce.order.models import VendorOrder
from commerce.order.selectors import orders
from commerce.order.selectors.wire import vendor_order_as_data
from commerce.order.services import fulfilment
from commerce.vendors import policies
from commerce.vendors.apis.views import X_VENDOR, VendorView
from common.apis.documented import KEY
from common.apis.pagination import CursorPages
from common.exceptions import InvalidParameter

STATUS = OpenApiParameter("status", enum=VendorOrder.Status.values)


class VendorOrdersView(VendorView):
    """The orders."""

    pagination_class: ClassVar[Any] = CursorPages
    query_parameters: ClassVar[frozenset[str]] = frozenset({"status"})

    @extend_schema(
        operation_id="vendor_orders_list", summary="A vendor's orders", tags=["Vendor"],
        parameters=[X_VENDOR, STATUS], responses={200: VendorOrderSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of orders, the newest first."""
        status = request.query_params.get("status")
        if status is not None and status not in VendorOrder.Status.values:
            raise InvalidParameter("There is no such status.", extra={"parameter": "status"})
        return self.paged(orders.of_vendor(self.vendor(), status=status), vendor_order_as_data)


class VendorOrderView(VendorView):
    """One order."""

    def order(self, public_id: str, *, to_act: bool = False) -> VendorOrder:
        """Return the vendor's order; `to_act` asks for a role that fulfils."""
        vendor = self.vendor()
        found = orders.one_of_vendor(vendor, public_id)
        if to_act:
            policies.require_can_fulfil(self.request.user, vendor)
        return found

    def asked(self, serializer: Any) -> dict[str, Any]:
        """Return the checked body."""
        body = serializer(data=self.request.data)
        body.is_valid(raise_exception=True)
        return dict(body.validated_data)

    def answer(self, order: VendorOrder) -> Response:
        """Return the order as it is now."""
        fresh = orders.one_of_vendor(order.vendor, order.public_id)
        return Response(vendor_order_as_data(fresh))

    @extend_schema(
        operation_id="vendor_orders_retrieve", summary="One of a vendor's orders", tags=["Vendor"],
        parameters=[X_VENDOR], responses={200: VendorOrderSerializer},
    )  # fmt: skip
    def get(self, request: Request, order_id: str) -> Response:
        """Return the order."""
        return Response(vendor_order_as_data(self.order(order_id)))


class _Act(VendorOrderView):
    idempotency_required: ClassVar[bool] = True
    http_method_names: ClassVar[Any] = ["post", "options"]


class VendorOrderAcceptView(_Act):
    """Accepting."""

    @extend_schema(
        operation_id="vendor_orders_accept", summary="Accept a placed order", tags=["Vendor"],
        parameters=[X_VENDOR, KEY], request=NothingSerializer,
        responses={200: VendorOrderSerializer},
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Promise to make and send it."""
        order = self.order(order_id, to_act=True)
        self.asked(NothingSerializer)
        fulfilment.accept(vendor_order_id=order.pk, by=request.user, at=timezone.now())
        return self.answer(order)


class VendorOrderRejectView(_Act):
    """Rejecting."""

    @extend_schema(
        operation_id="vendor_orders_reject", summary="Reject a placed order and refund it",
        tags=["Vendor"], parameters=[X_VENDOR, KEY], request=ReasonSerializer,
        responses={200: VendorOrderSerializer},
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Refuse it: its stock is free again and its money goes back."""
        order = self.order(order_id, to_act=True)
        said = self.asked(ReasonSerializer)
        fulfilment.reject(vendor_order_id=order.pk, by=request.user, at=timezone.now(), **said)
        return self.answer(order)


class VendorOrderDeliverView(_Act):
    """Arriving."""

    @extend_schema(
        operation_id="vendor_orders_deliver", summary="Note that a shipped order has arrived",
        tags=["Vendor"], parameters=[X_VENDOR, KEY], request=NothingSerializer,
        responses={200: VendorOrderSerializer},
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Note that everything has reached the shopper."""
        order = self.order(order_id, to_act=True)
        self.asked(NothingSerializer)
        fulfilment.deliver(vendor_order_id=order.pk, by=request.user, at=timezone.now())
        return self.answer(order)


class VendorOrderShipView(_Act):
    """Shipping."""

    @extend_schema(
        operation_id="vendor_orders_ship", summary="Ship pieces of an accepted order",
        tags=["Vendor"], parameters=[X_VENDOR, KEY], request=ShippingSerializer,
        responses={200: VendorOrderSerializer},
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Hand a parcel to a carrier; without `lines` it holds all that is left."""
        order = self.order(order_id, to_act=True)
        said = self.asked(ShippingSerializer)
        fulfilment.ship(
            vendor_order_id=order.pk, quantities=_quantities(said.pop("lines", None)),
            by=request.user, at=timezone.now(), **said,
        )  # fmt: skip
        return self.answer(order)


def _quantities(lines: list[dict[str, Any]] | None) -> dict[str, int] | None:
    if lines is None:
        return None
    amounts: dict[str, int] = {}
    for each in lines:
        amounts[each["line"]] = amounts.get(each["line"], 0) + each["quantity"]
    return amounts

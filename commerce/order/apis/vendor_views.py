"""Orders as a vendor works on them."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.order.models import VendorOrder
from commerce.order.selectors import vendor_wire
from commerce.order.services import fulfilment
from commerce.vendors import policies
from commerce.vendors.apis.views import X_VENDOR, VendorView
from common.apis.pagination import CursorPages
from common.apis.serializers import StrictSerializer
from common.exceptions import InvalidParameter

DONE: Any = {200: dict, 409: dict}


class VendorOrderAcceptance(StrictSerializer):
    """Nothing to say."""


class VendorOrderDelivery(StrictSerializer):
    """Nothing to say."""


class VendorOrderRejection(StrictSerializer):
    """Why."""

    reason = serializers.CharField(required=False, allow_blank=True, max_length=255, default="")


class ParcelLine(StrictSerializer):
    """Pieces of one line."""

    line = serializers.CharField(max_length=64)
    quantity = serializers.IntegerField(min_value=1, max_value=1_000_000)


class Parcel(StrictSerializer):
    """What leaves, with whom."""

    lines = ParcelLine(many=True, allow_empty=False)
    carrier = serializers.CharField(required=False, allow_blank=True, max_length=128, default="")
    tracking = serializers.CharField(required=False, allow_blank=True, max_length=128, default="")


class VendorOrdersView(VendorView):
    """The orders."""

    pagination_class: ClassVar[Any] = CursorPages
    query_parameters: ClassVar[frozenset[str]] = frozenset({"status"})

    @extend_schema(
        operation_id="vendor_orders_list", tags=["Vendor"],
        parameters=[X_VENDOR, OpenApiParameter("status", enum=VendorOrder.Status.values)],
        responses={200: dict},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of orders, the newest first."""
        status = request.query_params.get("status")
        if status is not None and status not in VendorOrder.Status.values:
            raise InvalidParameter("There is no such status.", extra={"parameter": "status"})
        found = vendor_wire.orders_of(self.vendor(), status=status)
        return self.paged(found, vendor_wire.vendor_order_as_data)


class VendorOrderView(VendorView):
    """One order."""

    def order(self, public_id: str, *, to_act: bool = False) -> VendorOrder:
        """Return the vendor's order; `to_act` asks for a role that fulfils."""
        vendor = self.vendor()
        found = vendor_wire.order_of(vendor, public_id)
        if to_act:
            policies.require_can_fulfil(self.request.user, vendor)
        return found

    def answer(self, order: VendorOrder) -> Response:
        """Return the order as it is now."""
        fresh = vendor_wire.order_of(order.vendor, order.public_id)
        return Response(vendor_wire.vendor_order_as_data(fresh))

    @extend_schema(
        operation_id="vendor_orders_retrieve", tags=["Vendor"], parameters=[X_VENDOR],
        responses={200: dict, 404: dict},
    )  # fmt: skip
    def get(self, request: Request, order_id: str) -> Response:
        """Return the order."""
        return Response(vendor_wire.vendor_order_as_data(self.order(order_id)))


class _Act(VendorOrderView):
    idempotency_required: ClassVar[bool] = True
    http_method_names: ClassVar[Any] = ["post", "options"]


class VendorOrderAcceptView(_Act):
    """Accepting."""

    @extend_schema(
        operation_id="vendor_orders_accept", tags=["Vendor"], parameters=[X_VENDOR],
        request=VendorOrderAcceptance, responses=DONE,
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Accept the order."""
        order = self.order(order_id, to_act=True)
        VendorOrderAcceptance(data=request.data).is_valid(raise_exception=True)
        fulfilment.accept(vendor_order_id=order.pk, by=request.user, at=timezone.now())
        return self.answer(order)


class VendorOrderRejectView(_Act):
    """Rejecting."""

    @extend_schema(
        operation_id="vendor_orders_reject", tags=["Vendor"], parameters=[X_VENDOR],
        request=VendorOrderRejection, responses=DONE,
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Reject the order."""
        order = self.order(order_id, to_act=True)
        said = VendorOrderRejection(data=request.data)
        said.is_valid(raise_exception=True)
        reason = said.validated_data["reason"]
        fulfilment.reject(
            vendor_order_id=order.pk, by=request.user, reason=reason, at=timezone.now()
        )
        return self.answer(order)


class VendorOrderDeliverView(_Act):
    """Arriving."""

    @extend_schema(
        operation_id="vendor_orders_deliver", tags=["Vendor"], parameters=[X_VENDOR],
        request=VendorOrderDelivery, responses=DONE,
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Note that everything has reached the shopper."""
        order = self.order(order_id, to_act=True)
        VendorOrderDelivery(data=request.data).is_valid(raise_exception=True)
        fulfilment.deliver(vendor_order_id=order.pk, by=request.user, at=timezone.now())
        return self.answer(order)


class VendorOrderShipView(_Act):
    """Shipping."""

    @extend_schema(
        operation_id="vendor_orders_ship", tags=["Vendor"], parameters=[X_VENDOR],
        request=Parcel, responses=DONE,
    )  # fmt: skip
    def post(self, request: Request, order_id: str) -> Response:
        """Ship some of the order."""
        order = self.order(order_id, to_act=True)
        said = Parcel(data=request.data)
        said.is_valid(raise_exception=True)
        parcel: dict[str, Any] = dict(said.validated_data)
        amounts: dict[str, int] = {}
        for each in parcel.pop("lines"):
            amounts[each["line"]] = amounts.get(each["line"], 0) + each["quantity"]
        fulfilment.ship(
            vendor_order_id=order.pk, quantities=amounts, by=request.user, at=timezone.now(),
            **parcel,
        )  # fmt: skip
        return self.answer(order)

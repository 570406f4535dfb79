"""Orders, vendors and the audit log as staff see them."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.order import policies
from commerce.order.apis.serializers import (
    AuditActSerializer,
    NothingSerializer,
    OrderGroupSerializer,
    ReasonSerializer,
)
from commerce.order.selectors import acts, orders
from commerce.order.selectors.wire import group_as_data
from commerce.order.services import fulfilment
from commerce.partner.models import Partner
from commerce.vendors.apis.serializers import VendorProfileSerializer
from commerce.vendors.selectors import goods
from commerce.vendors.services import standing
from common.apis.documented import KEY, KEY_ALLOWED
from common.apis.pagination import CursorPages
from common.apis.views import ApiView
from identity.apis.authentication import AdminToken

STEPS: dict[str, Any] = {
    "approve": standing.approve, "suspend": standing.suspend, "reopen": standing.reopen,
}  # fmt: skip
SUMMARIES = {
    "approve": "Let a pending vendor sell",
    "suspend": "Take a vendor out of the shop",
    "reopen": "Let a suspended or closed vendor sell again",
}


class OperationsView(ApiView):
    """What every view for staff who run the operations has."""

    authentication_classes: ClassVar[Any] = [AdminToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    def check_permissions(self, request: Request) -> None:
        """Let staff of operations pass."""
        super().check_permissions(request)
        policies.require_operations(request.user)

    def asked(self, serializer: Any) -> dict[str, Any]:
        """Return the checked body."""
        body = serializer(data=self.request.data)
        body.is_valid(raise_exception=True)
        return dict(body.validated_data)


class AdminOrdersView(OperationsView):
    """All orders."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(
        operation_id="admin_orders_list", summary="All orders", tags=["Admin"],
        responses={200: OrderGroupSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of order groups, the newest first."""
        return self.paged(orders.of_everybody(), group_as_data)


class AdminOrderView(OperationsView):
    """One order."""

    @extend_schema(
        operation_id="admin_orders_retrieve", summary="One order", tags=["Admin"],
        responses={200: OrderGroupSerializer},
    )  # fmt: skip
    def get(self, request: Request, number: str) -> Response:
        """Return the group."""
        return Response(group_as_data(orders.one(number)))


class AdminOrderCancelView(OperationsView):
    """Cancelling."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="admin_orders_cancel", summary="Cancel an order nothing of which was sent",
        tags=["Admin"], parameters=[KEY], request=ReasonSerializer,
        responses={200: OrderGroupSerializer},
    )  # fmt: skip
    def post(self, request: Request, number: str) -> Response:
        """Cancel the group: its stock is free again and its money goes back."""
        order, said = orders.one(number), self.asked(ReasonSerializer)
        group = fulfilment.cancel_group(
            order_id=order.pk, by=request.user, at=timezone.now(), **said
        )
        return Response(group_as_data(group))


class AdminOrderConfirmPaymentView(OperationsView):
    """Money that has arrived."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="admin_orders_confirm_payment", summary="Confirm that the money has arrived",
        tags=["Admin"], parameters=[KEY], request=NothingSerializer,
        responses={200: OrderGroupSerializer},
    )  # fmt: skip
    def post(self, request: Request, number: str) -> Response:
        """Confirm the payment of the group, so that its vendors may begin."""
        order = orders.one(number)
        self.asked(NothingSerializer)
        group = fulfilment.confirm_payment(order_id=order.pk, by=request.user, at=timezone.now())
        return Response(group_as_data(group))


class AdminVendorsView(OperationsView):
    """All vendors."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(
        operation_id="admin_vendors_list", summary="All vendors", tags=["Admin"],
        responses={200: VendorProfileSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of vendors in every state."""
        return self.paged(Partner.objects.order_by("name", "id"), goods.profile_as_data)


class AdminVendorStepView(OperationsView):
    """Approving, suspending, reopening."""

    step: ClassVar[str] = ""

    def post(self, request: Request, slug: str) -> Response:
        """Take the step."""
        self.asked(NothingSerializer)
        vendor = STEPS[self.step](slug=slug, by=request.user, at=timezone.now())
        return Response(goods.profile_as_data(vendor))


def vendor_step(name: str) -> Any:
    """Return the view that takes the step `name`."""
    described = extend_schema(
        operation_id=f"admin_vendors_{name}", summary=SUMMARIES[name], tags=["Admin"],
        parameters=[KEY_ALLOWED], request=NothingSerializer,
        responses={200: VendorProfileSerializer},
    )  # fmt: skip

    def post(self: Any, request: Request, slug: str) -> Response:
        return AdminVendorStepView.post(self, request, slug)

    fields = {"step": name, "post": described(post), "__doc__": f"The step {name}."}
    made: Any = type(f"AdminVendor{name.title()}View", (AdminVendorStepView,), fields)
    return made.as_view()


class AdminAuditView(OperationsView):
    """Who did what."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(
        operation_id="admin_audit_list", summary="Who did what", tags=["Admin"],
        responses={200: AuditActSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of acts, the newest first."""
        return self.paged(acts.newest_first(), acts.as_data)

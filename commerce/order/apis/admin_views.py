"""Orders, vendors and the audit log as staff see them."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.order import policies
from commerce.order.models import Order
from commerce.order.selectors.wire import group_as_data
from commerce.order.services import fulfilment
from commerce.partner.models import Partner
from commerce.vendors.selectors import goods
from commerce.vendors.services import standing
from common.apis.pagination import CursorPages
from common.apis.serializers import StrictSerializer
from common.apis.views import ApiView
from common.exceptions import NotFound
from common.models import AuditEntry
from identity.apis.authentication import AdminToken

STEPS: dict[str, Any] = {
    "approve": standing.approve, "suspend": standing.suspend, "reopen": standing.reopen,
}  # fmt: skip


class GroupCancellation(StrictSerializer):
    """Why."""

    reason = serializers.CharField(required=False, allow_blank=True, max_length=255, default="")


class EmptyAdminBody(StrictSerializer):
    """Nothing to say."""


class OperationsView(ApiView):
    """What every view for staff who run the operations has."""

    authentication_classes: ClassVar[Any] = [AdminToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    def check_permissions(self, request: Request) -> None:
        """Let staff of operations pass."""
        super().check_permissions(request)
        policies.require_operations(request.user)

    def group(self, number: str) -> Order:
        """Return the order group of that number."""
        found = Order.objects.filter(number=number).first()
        if found is None:
            raise NotFound
        return found


class AdminOrdersView(OperationsView):
    """All orders."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(operation_id="admin_orders_list", tags=["Admin"], responses={200: dict})
    def get(self, request: Request) -> Response:
        """Return a page of order groups, the newest first."""
        return self.paged(Order.objects.order_by("-date_placed", "-id"), group_as_data)


class AdminOrderView(OperationsView):
    """One order."""

    @extend_schema(operation_id="admin_orders_retrieve", tags=["Admin"], responses={200: dict})
    def get(self, request: Request, number: str) -> Response:
        """Return the group."""
        return Response(group_as_data(self.group(number)))


class AdminOrderCancelView(OperationsView):
    """Cancelling."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="admin_orders_cancel", tags=["Admin"], request=GroupCancellation,
        responses={200: dict, 409: dict},
    )  # fmt: skip
    def post(self, request: Request, number: str) -> Response:
        """Cancel the group."""
        said = GroupCancellation(data=request.data)
        said.is_valid(raise_exception=True)
        group = fulfilment.cancel_group(
            order_id=self.group(number).pk, by=request.user, at=timezone.now(),
            **said.validated_data,
        )  # fmt: skip
        return Response(group_as_data(group))


class AdminOrderConfirmPaymentView(OperationsView):
    """Money that has arrived."""

    idempotency_required: ClassVar[bool] = True

    @extend_schema(
        operation_id="admin_orders_confirm_payment", tags=["Admin"], request=EmptyAdminBody,
        responses={200: dict, 409: dict},
    )  # fmt: skip
    def post(self, request: Request, number: str) -> Response:
        """Confirm the payment of the group."""
        EmptyAdminBody(data=request.data).is_valid(raise_exception=True)
        group = fulfilment.confirm_payment(
            order_id=self.group(number).pk, by=request.user, at=timezone.now()
        )
        return Response(group_as_data(group))


class AdminVendorsView(OperationsView):
    """All vendors."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(operation_id="admin_vendors_list", tags=["Admin"], responses={200: dict})
    def get(self, request: Request) -> Response:
        """Return a page of vendors."""
        return self.paged(Partner.objects.order_by("name", "id"), goods.profile_as_data)


class AdminVendorStepView(OperationsView):
    """Approving, suspending, reopening."""

    step: ClassVar[str] = ""

    def post(self, request: Request, slug: str) -> Response:
        """Take the step."""
        EmptyAdminBody(data=request.data).is_valid(raise_exception=True)
        vendor = STEPS[self.step](slug=slug, by=request.user, at=timezone.now())
        return Response(goods.profile_as_data(vendor))


def vendor_step(name: str) -> Any:
    """Return the view that takes the step `name`."""
    described = extend_schema(
        operation_id=f"admin_vendors_{name}", tags=["Admin"], request=EmptyAdminBody,
        responses={200: dict, 409: dict},
    )  # fmt: skip

    def post(self: Any, request: Request, slug: str) -> Response:
        return AdminVendorStepView.post(self, request, slug)

    fields = {"step": name, "post": described(post), "__doc__": f"The step {name}."}
    made: Any = type(f"AdminVendor{name.title()}View", (AdminVendorStepView,), fields)
    return made.as_view()


class AdminAuditView(OperationsView):
    """Who did what."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(operation_id="admin_audit_list", tags=["Admin"], responses={200: dict})
    def get(self, request: Request) -> Response:
        """Return a page of acts, the newest first."""
        return self.paged(AuditEntry.objects.select_related("actor").order_by("-at", "-id"), _act)


def _act(entry: AuditEntry) -> dict[str, Any]:
    return {
        "id": entry.pk,
        "at": entry.at,
        "actor": entry.actor.public_id if entry.actor else None,
        "action": entry.action,
        "subject": {"type": entry.subject_type, "id": entry.subject_id},
        "vendor": entry.vendor_slug or None,
        "before": entry.before,
        "after": entry.after,
    }

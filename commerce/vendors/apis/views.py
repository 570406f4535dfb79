"""A vendor's own profile, products and stock over REST."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.partner.models import Partner
from commerce.vendors import policies
from commerce.vendors.selectors import goods, vendors
from commerce.vendors.services import counting, standing
from common.apis.pagination import CursorPages
from common.apis.serializers import StrictSerializer
from common.apis.views import ApiView
from identity.apis.authentication import VendorToken

X_VENDOR = OpenApiParameter(
    "X-Vendor", str, OpenApiParameter.HEADER, description="Slug; needed by members of several"
)


class VendorProfileChange(StrictSerializer):
    """What a vendor may change of itself."""

    description = serializers.CharField(required=False, allow_blank=True, max_length=5000)
    is_open = serializers.BooleanField(required=False)
    city = serializers.CharField(required=False, allow_blank=True, max_length=128)
    email = serializers.EmailField(required=False, allow_blank=True)


class VendorStockRow(StrictSerializer):
    """The new count of one SKU."""

    sku = serializers.CharField(max_length=128)
    quantity = serializers.IntegerField(min_value=0, max_value=1_000_000)


class VendorView(ApiView):
    """What every view for a vendor's members has."""

    authentication_classes: ClassVar[Any] = [VendorToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    def vendor(self) -> Partner:
        """Return the vendor the caller speaks for."""
        return vendors.one_of(self.request.user, self.request.headers.get("X-Vendor"))


class VendorProfileView(VendorView):
    """The profile."""

    @extend_schema(
        operation_id="vendor_profile_retrieve", tags=["Vendor"], parameters=[X_VENDOR],
        responses={200: dict},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return the vendor."""
        return Response(goods.profile_as_data(self.vendor()))

    @extend_schema(
        operation_id="vendor_profile_update", tags=["Vendor"], parameters=[X_VENDOR],
        request=VendorProfileChange, responses={200: dict},
    )  # fmt: skip
    def patch(self, request: Request) -> Response:
        """Change what is in the body."""
        vendor = self.vendor()
        policies.require_can_keep(request.user, vendor)
        change = VendorProfileChange(data=request.data)
        change.is_valid(raise_exception=True)
        now = standing.change_profile(
            vendor_id=vendor.pk, by=request.user, at=timezone.now(), **change.validated_data
        )
        return Response(goods.profile_as_data(now))


class VendorProductsView(VendorView):
    """The products."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(
        operation_id="vendor_products_list", tags=["Vendor"], parameters=[X_VENDOR],
        responses={200: dict},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of products."""
        return self.paged(goods.products_of(self.vendor()), goods.product_as_data)


class VendorStockView(VendorView):
    """The stock."""

    pagination_class: ClassVar[Any] = CursorPages

    @extend_schema(
        operation_id="vendor_stock_list", tags=["Vendor"], parameters=[X_VENDOR],
        responses={200: dict},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of SKUs and what is left of each."""
        return self.paged(goods.stock_of(self.vendor()), goods.stock_as_data)

    @extend_schema(
        operation_id="vendor_stock_update", tags=["Vendor"], parameters=[X_VENDOR],
        request=VendorStockRow(many=True), responses={200: dict},
    )  # fmt: skip
    def patch(self, request: Request) -> Response:
        """Set many counts; each row says what became of it."""
        vendor = self.vendor()
        policies.require_can_keep(request.user, vendor)
        rows = VendorStockRow(data=request.data, many=True)
        rows.is_valid(raise_exception=True)
        return Response({"results": counting.count(vendor=vendor, rows=rows.validated_data)})

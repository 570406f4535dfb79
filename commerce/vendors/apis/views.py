"""A vendor's own profile, products and stock over REST."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.partner.models import Partner
from commerce.vendors import policies
from commerce.vendors.apis.serializers import (
    STOCK_ROWS,
    StockCountsSerializer,
    StockLevelSerializer,
    VendorProductSerializer,
    VendorProfileChange,
    VendorProfileSerializer,
    VendorStockRows,
)
from commerce.vendors.selectors import goods, vendors
from commerce.vendors.services import counting, standing
from common.apis.pagination import CursorPages
from common.apis.parsers import StrictJSONListParser
from common.apis.views import ApiView
from identity.apis.authentication import VendorToken

X_VENDOR = OpenApiParameter(
    "X-Vendor", str, OpenApiParameter.HEADER, description="Slug; needed by members of several"
)


class VendorView(ApiView):
    """What every view for a vendor's members has."""

    authentication_classes: ClassVar[Any] = [VendorToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    def vendor(self) -> Partner:
        """Return the vendor the caller speaks for."""
        return vendors.one_of(self.request.user, self.request.headers.get("X-Vendor"))

    def kept(self) -> Partner:
        """Return that vendor to somebody who may change its profile and stock."""
        vendor = self.vendor()
        policies.require_can_keep(self.request.user, vendor)
        return vendor


class VendorProfileView(VendorView):
    """The profile."""

    @extend_schema(
        operation_id="vendor_profile_retrieve", summary="The vendor you work for", tags=["Vendor"],
        parameters=[X_VENDOR], responses={200: VendorProfileSerializer},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return the vendor."""
        return Response(goods.profile_as_data(self.vendor()))

    @extend_schema(
        operation_id="vendor_profile_update", summary="Change the profile", tags=["Vendor"],
        parameters=[X_VENDOR], request=VendorProfileChange,
        responses={200: VendorProfileSerializer},
    )  # fmt: skip
    def patch(self, request: Request) -> Response:
        """Change what is in the body."""
        vendor = self.kept()
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
        operation_id="vendor_products_list", summary="A vendor's products", tags=["Vendor"],
        parameters=[X_VENDOR], responses={200: VendorProductSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of products."""
        return self.paged(goods.products_of(self.vendor()), goods.product_as_data)


class VendorStockView(VendorView):
    """The stock."""

    pagination_class: ClassVar[Any] = CursorPages
    parser_classes: ClassVar[Any] = [StrictJSONListParser]

    @extend_schema(
        operation_id="vendor_stock_list", summary="A vendor's stock", tags=["Vendor"],
        parameters=[X_VENDOR], responses={200: StockLevelSerializer(many=True)},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return a page of SKUs and what is left of each."""
        return self.paged(goods.stock_of(self.vendor()), goods.stock_as_data)

    @extend_schema(
        operation_id="vendor_stock_update", summary="Count many SKUs at once", tags=["Vendor"],
        parameters=[X_VENDOR], responses={200: StockCountsSerializer},
        request={"application/json": STOCK_ROWS},
    )  # fmt: skip
    def patch(self, request: Request) -> Response:
        """Set up to 500 counts, as `{"rows": […]}` or a list; each row says what became of it."""
        vendor = self.kept()
        return Response({"results": counting.count(vendor=vendor, rows=_rows(request.data))})


def _rows(data: Any) -> list[dict[str, Any]]:
    is_bare = isinstance(data, list)
    body = VendorStockRows(data={"rows": data} if is_bare else data)
    try:
        body.is_valid(raise_exception=True)
    except ValidationError as error:
        said: Any = error.detail
        raise ValidationError(said["rows"] if is_bare else said) from None
    return list(body.validated_data["rows"])

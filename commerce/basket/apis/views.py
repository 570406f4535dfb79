"""Baskets over REST."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from commerce.basket.apis.calling import caller_of, tag_of, version_of
from commerce.basket.apis.serializers import (
    BasketOpening,
    BasketSerializer,
    LineChange,
    NewLine,
    VoucherCode,
)
from commerce.basket.models import Basket
from commerce.basket.selectors import access, wire
from commerce.basket.services import claiming, lines, opening, vouchers
from common.apis.documented import BASKET_TOKEN, IF_MATCH, KEY_ALLOWED
from common.apis.views import ApiView
from identity.apis.authentication import StoreToken

BASKET = {200: BasketSerializer}


class BasketView(ApiView):
    """What all views of baskets share: anybody may call, the token decides."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [AllowAny]

    def whole(self, basket: Basket, *, status: int = 200, **more: Any) -> Response:
        """Return the whole basket."""
        data = wire.as_data(basket=basket, user=caller_of(self.request).user, **more)
        answer = Response(data, status=status)
        answer["ETag"] = tag_of(data)
        answer["Cache-Control"] = "private, no-store"
        return answer

    def asked(self, serializer: Any) -> dict[str, Any]:
        """Return the checked body."""
        body = serializer(data=self.request.data)
        body.is_valid(raise_exception=True)
        found: dict[str, Any] = body.validated_data
        return found

    def frame(self, basket_id: str) -> dict[str, Any]:
        """Return what every change names: basket, caller and the version it expects."""
        caller = caller_of(self.request)
        return {
            "basket_id": basket_id,
            "caller": caller,
            "version": version_of(self.request, basket_id),
        }


class BasketsView(BasketView):
    """Opening."""

    @extend_schema(
        operation_id="store_baskets_open", parameters=[KEY_ALLOWED], summary="Open a basket", tags=["Basket"],
        request=BasketOpening, responses={201: BasketSerializer},
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Open a guest's basket, or give the person theirs."""
        asked = self.asked(BasketOpening)
        opened = opening.open_basket(
            user=caller_of(request).user, currency=asked.get("currency", "")
        )
        return self.whole(opened.basket, status=201, token=opened.token)


class CurrentBasketView(BasketView):
    """The person's open basket."""

    permission_classes: ClassVar[Any] = [IsAuthenticated]

    @extend_schema(
        operation_id="store_baskets_current", summary="Your open basket", tags=["Basket"],
        responses={**BASKET, 404: None},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Return it."""
        return self.whole(access.current(user=request.user))


class OneBasketView(BasketView):
    """One basket."""

    @extend_schema(
        operation_id="store_baskets_read",
        parameters=[BASKET_TOKEN],
        summary="A basket",
        tags=["Basket"],
        responses=BASKET,
    )
    def get(self, request: Request, basket_id: str) -> Response:
        """Return it."""
        return self.whole(access.reach(public_id=basket_id, caller=caller_of(request)))


class LinesView(BasketView):
    """Adding."""

    @extend_schema(
        operation_id="store_baskets_add_line", parameters=[BASKET_TOKEN, IF_MATCH, KEY_ALLOWED], summary="Put a variant in the basket",
        tags=["Basket"], request=NewLine, responses={201: BasketSerializer},
    )  # fmt: skip
    def post(self, request: Request, basket_id: str) -> Response:
        """Add it."""
        asked = self.asked(NewLine)
        return self.whole(lines.add_line(**self.frame(basket_id), **asked), status=201)


class LineView(BasketView):
    """Changing and removing."""

    @extend_schema(
        operation_id="store_baskets_change_line", parameters=[BASKET_TOKEN, IF_MATCH], summary="Change how many pieces a line holds",
        tags=["Basket"], request=LineChange, responses=BASKET,
    )  # fmt: skip
    def patch(self, request: Request, basket_id: str, line_id: str) -> Response:
        """Change it."""
        asked = self.asked(LineChange)
        return self.whole(lines.set_quantity(**self.frame(basket_id), line_id=line_id, **asked))

    @extend_schema(
        operation_id="store_baskets_remove_line", parameters=[BASKET_TOKEN, IF_MATCH], summary="Take a line out", tags=["Basket"],
        responses=BASKET,
    )  # fmt: skip
    def delete(self, request: Request, basket_id: str, line_id: str) -> Response:
        """Remove it."""
        return self.whole(lines.remove_line(**self.frame(basket_id), line_id=line_id))


class VouchersView(BasketView):
    """Adding a voucher."""

    @extend_schema(
        operation_id="store_baskets_add_voucher", parameters=[BASKET_TOKEN, IF_MATCH, KEY_ALLOWED], summary="Put a voucher on the basket",
        tags=["Basket"], request=VoucherCode, responses={201: BasketSerializer},
    )  # fmt: skip
    def post(self, request: Request, basket_id: str) -> Response:
        """Add it."""
        asked = self.asked(VoucherCode)
        basket = vouchers.apply_voucher(**self.frame(basket_id), code=asked["code"])
        return self.whole(basket, status=201)


class VoucherView(BasketView):
    """Removing a voucher."""

    @extend_schema(
        operation_id="store_baskets_remove_voucher", parameters=[BASKET_TOKEN, IF_MATCH], summary="Take a voucher off",
        tags=["Basket"], responses=BASKET,
    )  # fmt: skip
    def delete(self, request: Request, basket_id: str, code: str) -> Response:
        """Remove it."""
        return self.whole(vouchers.remove_voucher(**self.frame(basket_id), code=code))


class ClaimView(BasketView):
    """Merging a guest's basket into the person's."""

    permission_classes: ClassVar[Any] = [IsAuthenticated]

    @extend_schema(
        operation_id="store_baskets_claim", parameters=[BASKET_TOKEN, IF_MATCH, KEY_ALLOWED], summary="Merge a guest's basket into yours",
        tags=["Basket"], request=None, responses=BASKET,
    )  # fmt: skip
    def post(self, request: Request, basket_id: str) -> Response:
        """Merge it."""
        found = claiming.claim(**self.frame(basket_id))
        return self.whole(found.basket, capped=found.capped)

"""A store token for a token of another surface."""

from typing import Any, ClassVar

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from common.apis.views import ApiView
from identity.apis.authentication import StoreToken
from identity.apis.serializers import AudienceAccess, AudienceRequest
from identity.services import tokens


class TokenExchangeView(ApiView):
    """Exchanges a store token."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    @extend_schema(
        operation_id="auth_token_exchange",
        summary="Exchange a store token for a vendor or admin token",
        tags=["Auth"],
        request=AudienceRequest,
        responses={200: AudienceAccess},
    )
    def post(self, request: Request) -> Response:
        """Mint an access token for the audience in the body."""
        wish = AudienceRequest(data=request.data)
        wish.is_valid(raise_exception=True)
        audience = wish.validated_data["audience"]
        token = tokens.exchange(user=request.user, claims=request.auth, audience=audience)
        return Response(
            {
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": settings.HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN,
                "audience": audience,
            },
            headers={"Cache-Control": "no-store"},
        )

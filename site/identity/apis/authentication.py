"""Who is calling: one authentication class per audience."""

from typing import Any, ClassVar

from allauth.headless.contrib.rest_framework.authentication import JWTTokenAuthentication
from allauth.headless.tokens.strategies.jwt.internal import validate_access_token
from drf_spectacular.extensions import OpenApiAuthenticationExtension

from common.exceptions import NotSignedIn
from identity.exceptions import WrongAudience
from identity.policies import audiences


class AudienceToken(JWTTokenAuthentication):
    """Accepts bearer tokens of one audience from people who still have a role there."""

    audience: ClassVar[str]

    def authenticate_credentials(self, key: str) -> tuple[Any, dict[str, Any]]:
        """Return the person and the claims.

        :raises NotSignedIn: when the token is unknown, expired or revoked.
        :raises WrongAudience: when it was minted for another surface.
        :raises NoRole: when the person has lost the role since.
        """
        found = validate_access_token(key)
        if found is None:
            raise NotSignedIn("The access token is not valid or has expired.")
        user, claims = found
        if claims.get("aud") != self.audience:
            raise WrongAudience(f"This surface takes tokens for the audience {self.audience}.")
        audiences.require_can_hold(user, self.audience)
        return user, claims

    def authenticate_header(self, request: Any) -> str:
        """Return the challenge of a 401."""
        return "Bearer"


class StoreToken(AudienceToken):
    """Shoppers."""

    audience = audiences.STORE


class VendorToken(AudienceToken):
    """Members of a vendor."""

    audience = audiences.VENDOR


class AdminToken(AudienceToken):
    """Staff."""

    audience = audiences.ADMIN


class _BearerScheme(OpenApiAuthenticationExtension):
    target_class = AudienceToken
    match_subclasses = True

    @property
    def name(self) -> str:
        return f"{self.target.audience}Token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}

"""Who is calling: one authentication class per audience."""

from typing import Any, ClassVar

from allauth.headless.contrib.rest_framework.authentication import JWTTokenAuthentication
from allauth.headless.tokens.strategies.jwt.internal import validate_access_token
from drf_spectacular.extensions import OpenApiAuthenticationExtension

from common.exceptions import NotAllowed, NotSignedIn


class WrongAudience(NotAllowed):
    """A good token that was minted for another surface."""

    code = "wrong_audience"
    title = "This token is for another surface"


class AudienceToken(JWTTokenAuthentication):  # type: ignore[misc]
    """Accepts bearer tokens of one audience."""

    audience: ClassVar[str]

    def authenticate_credentials(self, key: str) -> tuple[Any, dict[str, Any]]:
        """Return the person and the claims.

        :raises NotSignedIn: when the token is unknown, expired or revoked.
        :raises WrongAudience: when it was minted for another surface.
        """
        found = validate_access_token(key)
        if found is None:
            raise NotSignedIn("The access token is not valid or has expired.")
        user, claims = found
        if claims.get("aud") != self.audience:
            raise WrongAudience(f"This surface takes tokens for the audience {self.audience}.")
        return user, claims

    def authenticate_header(self, request: Any) -> str:
        """Return the challenge of a 401."""
        return "Bearer"


class StoreToken(AudienceToken):
    """Shoppers."""

    audience = "store"


class VendorToken(AudienceToken):
    """Members of a vendor."""

    audience = "vendor"


class AdminToken(AudienceToken):
    """Staff."""

    audience = "admin"


class _BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[misc]
    target_class = AudienceToken
    match_subclasses = True

    @property
    def name(self) -> str:
        return f"{self.target.audience}Token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}

"""Access tokens: stateful JWT, each minted for one audience."""

from typing import Any

from allauth.headless.tokens.strategies.jwt.strategy import JWTTokenStrategy
from django.contrib.auth.base_user import AbstractBaseUser

AUDIENCES = ("store", "vendor", "admin")


class AudienceTokenStrategy(JWTTokenStrategy):  # type: ignore[misc]
    """Signs people in with tokens for the store."""

    def get_claims(self, user: AbstractBaseUser) -> dict[str, Any]:
        """Return the claims of a token made at sign-in or refresh."""
        return {"aud": "store"}

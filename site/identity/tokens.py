"""Access tokens: stateful JWT, each minted for one audience."""

from typing import Any

from allauth.headless.tokens.strategies.jwt import internal
from allauth.headless.tokens.strategies.jwt.strategy import JWTTokenStrategy
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

from identity.exceptions import WrongAudience
from identity.policies.audiences import STORE


class AudienceTokenStrategy(JWTTokenStrategy):
    """Signs people in with tokens for the store, and takes no others back."""

    def get_claims(self, user: AbstractBaseUser) -> dict[str, Any]:
        """Return the claims of a token made at sign-in or refresh."""
        return {"aud": STORE}

    def create_access_token_payload(self, request: HttpRequest) -> dict[str, Any] | None:
        """Return the tokens of a sign-in and the seconds the access token lives."""
        payload: dict[str, Any] | None = super().create_access_token_payload(request)
        if payload is None:
            return None
        return {**payload, "expires_in": settings.HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN}

    @transaction.atomic
    def refresh_token(self, refresh_token: str) -> tuple[str, str] | None:
        """Return a new pair of tokens for a refresh token that was never used; else None."""
        claims = internal.decode_token(refresh_token, "refresh")
        if claims is None:
            return None
        key = internal.session_key_from_sid(claims["sid"])
        if not Session.objects.select_for_update().filter(session_key=key).first():
            return None
        pair: tuple[str, str] | None = super().refresh_token(refresh_token)
        return pair

    def _get_access_token(self, request: HttpRequest) -> dict[str, Any] | None:
        claims: dict[str, Any] | None = super()._get_access_token(request)
        if claims is not None and claims.get("aud") != STORE:
            raise WrongAudience("Signing in and out takes tokens for the audience store.")
        return claims

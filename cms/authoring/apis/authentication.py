"""Who may enter Wagtail's API: staff, with a token of the audience admin or one of Wagtail's own."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.models import APIToken

from cms.authoring import policies
from cms.authoring.exceptions import TokenExpired
from cms.authoring.selectors import tokens
from common.exceptions import NotSignedIn
from identity.apis.authentication import AdminToken
from identity.models import User


def caller_of(request: HttpRequest) -> User:
    """Return who sent the request; a session is not looked at.

    :raises NotSignedIn: without a token, or with one that is not good.
    :raises TokenExpired: when an API token is older than `CMS_API_TOKEN_DAYS`.
    :raises NotAllowed: to whom the admin does not open; its kin for tokens of other surfaces.
    """
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key:
        raise NotSignedIn("Send a bearer token: of the audience admin, or an API token.")
    is_ours = not APIToken.validate_token_format(key)
    user = AdminToken().authenticate_credentials(key)[0] if is_ours else _owner_of(request, key)
    policies.require_can_enter(user)
    return user


def _owner_of(request: HttpRequest, key: str) -> User:
    token = BearerTokenAuth().authenticate(request, key)
    if token is None:
        raise NotSignedIn("The API token is unknown or was revoked.")
    if timezone.now() - token.created > tokens.life():
        raise TokenExpired(f"API tokens are good for {settings.CMS_API_TOKEN_DAYS} days: make one.")
    owner: User = token.user
    return owner

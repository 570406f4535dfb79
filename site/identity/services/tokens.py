"""Access tokens for the other surfaces."""

from typing import Any

from allauth.headless.tokens.strategies.jwt import internal

from common.exceptions import NotSignedIn
from identity.models import User
from identity.policies import audiences


def exchange(*, user: User, claims: dict[str, Any], audience: str) -> str:
    """Mint an access token for `audience` inside the session of a store token's `claims`.

    It ends with the session, and there is no refresh token: exchange again.

    :raises NoRole: when the person has no role on that surface.
    :raises NotSignedIn: when the session has ended meanwhile.
    """
    audiences.require_can_hold(user, audience)
    session = internal.get_token_session(claims)
    if session is None:
        raise NotSignedIn("The session has ended.")
    return str(internal.create_access_token(user, session, {"aud": audience}))

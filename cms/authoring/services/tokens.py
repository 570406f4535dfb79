"""People make tokens for tools that work in their name, and take them back."""

from datetime import datetime

from django.db import transaction
from wagtail.models import APIToken

from cms.authoring import policies
from cms.authoring.exceptions import TooManyTokens
from cms.authoring.selectors import tokens
from common import audit
from common.exceptions import NotFound
from identity.models import User

MOST = 10


@transaction.atomic
def make(*, name: str, by: User, at: datetime) -> tuple[APIToken, str]:
    """Make a token that may do what the person may, and return it with its words.

    The words are kept nowhere: only their digest is.

    :raises NotAllowed: to whom the staff API does not open.
    :raises TooManyTokens: when ten of theirs are good already.
    """
    policies.require_can_enter(by)
    User.objects.select_for_update().get(pk=by.pk)
    if tokens.good(by, at=at).count() >= MOST:
        raise TooManyTokens(f"You have {MOST} tokens, which is the most: revoke one first.")
    made, words = APIToken.create_token(user=by, name=name)
    audit.record(
        actor=by, action="api_token.made", subject=made, at=at,
        after={"name": name, "prefix": made.prefix},
    )  # fmt: skip
    return made, words


@transaction.atomic
def revoke(*, token_id: int, by: User, at: datetime) -> APIToken:
    """Take a token of the person's own back: it opens nothing from now on.

    :raises NotFound: when they have no such token that was not revoked before.
    """
    theirs = APIToken.objects.filter(pk=token_id, user=by, revoked_at=None)
    if not theirs.update(revoked_at=at):
        raise NotFound("You have no such token.")
    gone = APIToken.objects.get(pk=token_id)
    audit.record(
        actor=by, action="api_token.revoked", subject=gone, at=at,
        before={"name": gone.name, "prefix": gone.prefix},
    )  # fmt: skip
    return gone

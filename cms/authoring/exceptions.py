"""What the authoring API says no with, beyond what everybody says."""

from common.exceptions import Conflict, Invalid, Malformed, NotSignedIn, Refusal


class TokenExpired(NotSignedIn):
    """An API token older than any may be."""

    code = "token_expired"
    title = "The API token has expired"


class TooManyTokens(Conflict):
    """Somebody has as many API tokens as one may have."""

    code = "too_many_tokens"
    title = "There are too many API tokens"


class Illegible(Malformed):
    """Text that no field can hold: NUL characters, numbers beyond 64 bits."""

    code = "illegible"


class UnsupportedMediaType(Refusal):
    """A body in a format that the operation does not read."""

    code = "unsupported_media_type"
    status = 415
    title = "Send application/json"


class NotPublishable(Invalid):
    """A draft that lacks what a published page must have."""

    code = "not_publishable"
    title = "The draft cannot be published as it is"

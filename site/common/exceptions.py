"""Refusals: what a rule says no with. One place turns them into problem+json."""

from typing import Any, ClassVar


class Refusal(Exception):
    """A named no with a sentence a person can read.

    Subclasses set `code` (stable, machine-readable), `status` (HTTP) and `title`. `pointer` is a
    JSON pointer into the body, `extra` holds further members of the problem.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 422
    title: ClassVar[str] = "The request was refused"

    def __init__(
        self,
        detail: str = "",
        *,
        pointer: str = "",
        extra: dict[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.pointer = pointer
        self.extra = extra or {}
        self.retry_after = retry_after


class Malformed(Refusal):
    """What cannot be parsed, has the wrong type, or names an unknown field or parameter."""

    code = "malformed"
    status = 400
    title = "The request cannot be understood"


class UnknownParameter(Malformed):
    """A query parameter that the operation does not have."""

    code = "unknown_parameter"
    title = "Unknown query parameter"


class InvalidParameter(Malformed):
    """A query parameter with a value it cannot have."""

    code = "invalid_parameter"
    title = "Invalid query parameter"


class NotSignedIn(Refusal):
    """Nobody is signed in, or the token is no longer good."""

    code = "not_authenticated"
    status = 401
    title = "Sign in first"


class NotAllowed(Refusal):
    """Signed in, but the role does not allow it."""

    code = "not_allowed"
    status = 403
    title = "Your role does not allow this"


class NotFound(Refusal):
    """It does not exist, or it is not yours: nobody learns which."""

    code = "not_found"
    status = 404
    title = "Not found"


class Conflict(Refusal):
    """The state of things does not allow it now."""

    code = "conflict"
    status = 409
    title = "The request conflicts with the present state"


class StaleMatch(Refusal):
    """If-Match named a version that is no longer the current one."""

    code = "stale"
    status = 412
    title = "It has changed since you read it"


class Invalid(Refusal):
    """Understood, but a value is refused."""

    code = "invalid"
    status = 422
    title = "A value was refused"


class BodyTooLarge(Refusal):
    """More bytes than any request here needs."""

    code = "body_too_large"
    status = 413
    title = "The body is too large"


class Unavailable(Refusal):
    """Something that we need does not answer; it may in a moment."""

    code = "unavailable"
    status = 503
    title = "The service is not available for a moment"

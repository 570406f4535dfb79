"""What identity says no with."""

from common.exceptions import Conflict, NotAllowed, NotFound, Refusal


class WrongAudience(NotAllowed):
    """A good token that was minted for another surface."""

    code = "wrong_audience"
    title = "This token is for another surface"


class NoRole(NotAllowed):
    """The person has no role on the surface they ask for."""

    code = "no_role"
    title = "You have no role there"


class SessionNotFound(NotFound):
    """The session has ended, never was, or is somebody else's."""

    code = "session_not_found"
    title = "There is no such session"


class SmsNotAvailable(Conflict):
    """A code would have to go by SMS, and this shop has no SMS provider."""

    code = "sms_not_available"
    title = "This shop cannot send codes by SMS"


class TooManyAttempts(Refusal):
    """More tries at signing in or up than one client or account is given."""

    code = "too_many_requests"
    status = 429
    title = "Too many attempts: wait before the next one"

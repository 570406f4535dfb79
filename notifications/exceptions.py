"""What can be wrong with a message."""

from common.exceptions import Conflict, NotFound


class UnknownKind(LookupError):
    """No kind of message has this name."""


class NoSuchMessage(NotFound):
    """No message has this id."""


class MessageOnItsWay(Conflict):
    """The message is being sent already."""

    code = "message_on_its_way"
    title = "The message is on its way already"

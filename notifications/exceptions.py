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


class MessageForgotten(Conflict):
    """The words of the message were for its reader alone and are not kept."""

    code = "message_forgotten"
    title = "The words of the message are not kept"

"""The ways a message can go."""

from collections.abc import Callable

from common.providers.exceptions import PermanentProviderError
from common.providers.mail import Receipt
from notifications.channels import email
from notifications.models import Message

_CHANNELS: dict[str, Callable[[Message], Receipt]] = {"email": email.hand_over}


def hand_over(message: Message) -> Receipt:
    """Give the message to the provider of its channel.

    :raises ProviderError: when it was not taken.
    """
    channel = _CHANNELS.get(message.channel)
    if channel is None:
        raise PermanentProviderError(f"Messages over {message.channel} are not sent here.")
    return channel(message)

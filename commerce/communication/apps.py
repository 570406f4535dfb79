from oscar.apps.communication import apps

from commerce.apps import Mute


class CommunicationConfig(Mute, apps.CommunicationConfig):  # type: ignore[misc]
    name = "commerce.communication"

from oscar.apps.address import apps

from commerce.apps import Mute


class AddressConfig(Mute, apps.AddressConfig):  # type: ignore[misc]
    name = "commerce.address"

from oscar.apps.shipping import apps

from commerce.apps import Mute


class ShippingConfig(Mute, apps.ShippingConfig):  # type: ignore[misc]
    name = "commerce.shipping"

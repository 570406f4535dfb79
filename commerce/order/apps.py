from oscar.apps.order import apps

from commerce.apps import Mute


class OrderConfig(Mute, apps.OrderConfig):  # type: ignore[misc]
    name = "commerce.order"

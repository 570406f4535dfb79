from oscar.apps.basket import apps

from commerce.apps import Mute


class BasketConfig(Mute, apps.BasketConfig):  # type: ignore[misc]
    name = "commerce.basket"

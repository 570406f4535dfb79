from oscar.apps.checkout import apps

from commerce.apps import Mute


class CheckoutConfig(Mute, apps.CheckoutConfig):  # type: ignore[misc]
    name = "commerce.checkout"

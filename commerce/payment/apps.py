from oscar.apps.payment import apps

from commerce.apps import Mute


class PaymentConfig(Mute, apps.PaymentConfig):  # type: ignore[misc]
    name = "commerce.payment"

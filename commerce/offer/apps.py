from oscar.apps.offer import apps

from commerce.apps import Mute


class OfferConfig(Mute, apps.OfferConfig):  # type: ignore[misc]
    name = "commerce.offer"

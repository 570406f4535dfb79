from oscar.apps.partner import apps

from commerce.apps import Mute


class PartnerConfig(Mute, apps.PartnerConfig):  # type: ignore[misc]
    name = "commerce.partner"

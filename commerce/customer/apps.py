from oscar.apps.customer import apps

from commerce.apps import Mute


class CustomerConfig(Mute, apps.CustomerConfig):  # type: ignore[misc]
    name = "commerce.customer"

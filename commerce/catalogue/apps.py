from oscar.apps.catalogue import apps

from commerce.apps import Mute


class CatalogueConfig(Mute, apps.CatalogueConfig):  # type: ignore[misc]
    name = "commerce.catalogue"

from oscar.apps.catalogue import apps

from commerce.apps import Mute


class CatalogueConfig(Mute, apps.CatalogueConfig):  # type: ignore[misc]
    name = "commerce.catalogue"

    def ready(self) -> None:
        """Connect what happens when a picture is deleted."""
        super().ready()
        from commerce.catalogue import receivers  # noqa: F401

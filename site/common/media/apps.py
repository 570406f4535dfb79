from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "common.media"
    label = "media"
    verbose_name = "Media"

    def ready(self) -> None:
        """Connect what happens when a picture is saved."""
        from common.media import receivers  # noqa: F401

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "common.outbox"
    label = "outbox"
    verbose_name = "Outbox"

    def ready(self) -> None:
        """Find the consumers in every app's events.py."""
        from django.utils.module_loading import autodiscover_modules

        autodiscover_modules("events")

from django.apps import AppConfig


class FashionistarConfig(AppConfig):
    name = "fashionistar"
    label = "fashionistar"
    verbose_name = "Fashionistar"

    def ready(self) -> None:
        """Have tasks that are enqueued here go to our Celery app."""
        from fashionistar import celery, guards  # noqa: F401

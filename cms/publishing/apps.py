from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "cms_publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        """Listen to Wagtail."""
        from cms.publishing import events, receivers  # noqa: F401

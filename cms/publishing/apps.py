from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "cms_publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        """Listen to Wagtail, and hold its doors to the review where the website says so."""
        from cms.publishing import buttons, events, receivers  # noqa: F401
        from cms.publishing.services import aliasing, holding

        holding.hold_to_review()
        aliasing.tell_of_aliases()
        buttons.replace_buttons()

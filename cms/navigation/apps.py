from django.apps import AppConfig


class NavigationConfig(AppConfig):
    name = "cms.navigation"
    label = "cms_navigation"
    verbose_name = "Navigation"

    def ready(self) -> None:
        """Tell of what changes."""
        import cms.navigation.receivers  # noqa: F401

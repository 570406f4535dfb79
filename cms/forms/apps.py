from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "cms.forms"
    label = "cms_forms"
    verbose_name = "Forms"

    def ready(self) -> None:
        """Follow what forms ask."""
        from cms.forms import receivers  # noqa: F401

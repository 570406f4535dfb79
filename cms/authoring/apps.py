from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AuthoringConfig(AppConfig):
    name = "cms.authoring"
    label = "cms_authoring"
    verbose_name = "Authoring"

    def ready(self) -> None:
        """Expose the page types and connect what follows from migrations, after the groups."""
        from cms.authoring import exposure, receivers

        exposure.expose_pages()

        last = [each for each in apps.get_app_configs() if each.models_module][-1]
        post_migrate.connect(receivers.make_workflow, sender=last)

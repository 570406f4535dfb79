from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class IdentityConfig(AppConfig):
    name = "identity"
    label = "identity"
    verbose_name = "People"

    def ready(self) -> None:
        """Connect what follows from new passwords and from migrations."""
        from allauth.account import signals

        from identity import receivers

        signals.password_reset.connect(receivers.end_all_sessions)
        signals.password_changed.connect(receivers.end_other_sessions)
        signals.password_set.connect(receivers.end_other_sessions)
        last = [each for each in apps.get_app_configs() if each.models_module][-1]
        post_migrate.connect(receivers.make_groups, sender=last)

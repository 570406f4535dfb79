from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AuthoringConfig(AppConfig):
    name = "cms.authoring"
    label = "cms_authoring"
    verbose_name = "Authoring"

    def ready(self) -> None:
        """Expose the page types, hold reviews to two people, connect what follows from migrations."""
        from wagtail.models import WorkflowState
        from wagtail.signals import workflow_submitted

        from cms.authoring import exposure, receivers
        from cms.authoring.services import reviewing

        exposure.expose_pages()
        reviewing.hold_to_two_people()

        last = [each for each in apps.get_app_configs() if each.models_module][-1]
        post_migrate.connect(receivers.make_workflow, sender=last)
        # It takes the place of Wagtail's own, which connects later under the same name.
        workflow_submitted.connect(
            receivers.say_nothing,
            sender=WorkflowState,
            dispatch_uid="workflow_state_submitted_email_notification",
        )

from django.apps import AppConfig
from django.db.models.signals import post_save


class TranslatingConfig(AppConfig):
    name = "cms.translating"
    label = "cms_translating"
    verbose_name = "Translating"

    def ready(self) -> None:
        """Look at what translators save, keep it from visitors, and give them the trees that begin."""
        from wagtail.models import get_page_models

        from cms.authoring.services import reviewing
        from cms.translating import receivers
        from cms.translating.services import beginning, fitting

        beginning.leave_visitors_alone()
        reviewing.ask_also(fitting.fault_of_page)
        for model in get_page_models():
            post_save.connect(
                receivers.hand_over, sender=model, dispatch_uid=f"top.{model.__name__}"
            )

from django.apps import AppConfig


class TranslatingConfig(AppConfig):
    name = "cms.translating"
    label = "cms_translating"
    verbose_name = "Translating"

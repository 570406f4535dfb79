from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "cms.journal"
    label = "cms_journal"
    verbose_name = "Journal"

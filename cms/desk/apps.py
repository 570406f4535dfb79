from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "cms.desk"
    label = "cms_desk"
    verbose_name = "Desk"

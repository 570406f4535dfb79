from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "cms.forms"
    label = "cms_forms"
    verbose_name = "Forms"

from django.apps import AppConfig


class LookbooksConfig(AppConfig):
    name = "cms.lookbooks"
    label = "cms_lookbooks"
    verbose_name = "Lookbooks"

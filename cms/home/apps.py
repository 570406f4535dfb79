from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "cms.home"
    label = "cms_home"
    verbose_name = "Home"

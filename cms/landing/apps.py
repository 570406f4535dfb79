from django.apps import AppConfig


class LandingConfig(AppConfig):
    name = "cms.landing"
    label = "cms_landing"
    verbose_name = "Landing pages"

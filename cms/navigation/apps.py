from django.apps import AppConfig


class NavigationConfig(AppConfig):
    name = "cms.navigation"
    label = "cms_navigation"
    verbose_name = "Navigation"

from django.apps import AppConfig


class SizeGuidesConfig(AppConfig):
    name = "cms.sizeguides"
    label = "cms_sizeguides"
    verbose_name = "Size guides"

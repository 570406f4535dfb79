from django.apps import AppConfig


class CollectionsConfig(AppConfig):
    name = "cms.collections"
    label = "cms_collections"
    verbose_name = "Collections"

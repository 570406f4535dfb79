from django.apps import AppConfig


class CollectionsConfig(AppConfig):
    name = "cms.collections"
    label = "cms_collections"
    verbose_name = "Collections"

    def ready(self) -> None:
        """Show the page of a collection while the collection is shown."""
        from cms.collections.models import awaited, of_what_is_hidden
        from cms.core import links

        links.keep_back(of_what_is_hidden, awaited=awaited)

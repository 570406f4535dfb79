from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "cms.search"
    label = "cms_search"
    verbose_name = "Search"

    def ready(self) -> None:
        """Listen to pages."""
        from cms.search import receivers

        receivers.connect()

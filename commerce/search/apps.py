from oscar.apps.search import apps

from commerce.apps import Mute


class SearchConfig(Mute, apps.SearchConfig):  # type: ignore[misc]
    name = "commerce.search"

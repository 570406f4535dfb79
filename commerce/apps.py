"""Oscar as models and offer engine: its apps are installed, none of its pages are served."""

from oscar.config import Shop


class Mute:
    """Keeps an Oscar app from loading its views, receivers and URLs."""

    def ready(self) -> None:
        """Do nothing: our services call what must happen."""

    def get_urls(self) -> list[object]:
        """Serve no page."""
        return []


class CommerceConfig(Mute, Shop):  # type: ignore[misc]
    """Stands in for oscar.config.Shop."""

    name = "commerce"
    label = "commerce"

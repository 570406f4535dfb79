"""Columns of the shop's lists."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn

GOOD = frozenset(
    {"paid", "captured", "accepted", "shipped", "delivered", "sent", "approved", "Open"}
)


class MoneyColumn(Column):  # type: ignore[misc]
    """An amount with the currency of its row."""

    def get_value(self, instance: Any) -> str:
        """Return the amount."""
        amount = super().get_value(instance)
        return f"{amount:,.2f} {instance.currency}"


class StateColumn(StatusTagColumn):  # type: ignore[misc]
    """A status in words, the good ones in colour."""

    def __init__(self, name: str = "status", **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Status"))
        super().__init__(name, sort_key=name, primary=self.is_good, **kwargs)

    def is_good(self, instance: Any) -> bool:
        """Return whether the state is one to be glad of."""
        return getattr(instance, self.name) in GOOD

    def get_value(self, instance: Any) -> str:
        """Return the status without underscores."""
        return in_words(getattr(instance, self.name))


def in_words(status: str | None) -> str:
    """Return a status for people to read."""
    return (status or "—").replace("_", " ").capitalize()

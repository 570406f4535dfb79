"""Columns of the shop's lists."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn

from common.utils import money

GOOD = frozenset(
    {"paid", "captured", "accepted", "shipped", "delivered", "sent", "approved", "Open"}
)


class MoneyColumn(Column):  # type: ignore[misc]
    """An amount with the currency of its row."""

    def get_value(self, instance: Any) -> str:
        """Return the amount."""
        amount = super().get_value(instance)
        return money.shown(amount, instance.currency)


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


SHOWN = [("true", "Yes"), ("false", "No")]


class ShownFilter(django_filters.ChoiceFilter):  # type: ignore[misc]
    """Keeps what shoppers see, or what they do not."""

    def __init__(self) -> None:
        super().__init__(field_name="is_public", label="Shoppers see it", choices=SHOWN)

    def filter(self, rows: Any, value: str) -> Any:
        """Return the rows."""
        return rows.filter(is_public=value == "true") if value else rows


def shown(row: Any) -> str:
    """Return whether shoppers see it."""
    return "Yes" if row.is_public else "No"

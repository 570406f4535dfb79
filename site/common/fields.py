"""Model fields used everywhere."""

from typing import Any

from django.db import models

from common.utils import ids


class PublicIdField(models.CharField[str, str]):
    """The opaque public id of a row: the prefix, an underscore, 22 random characters."""

    def __init__(self, *, prefix: str = "", **kwargs: Any) -> None:
        self.prefix = prefix
        kwargs.update(max_length=32, unique=True, editable=False, default=self.generate)
        super().__init__(**kwargs)

    def generate(self) -> str:
        """Return a fresh id."""
        return ids.new(self.prefix)

    def deconstruct(self) -> Any:
        """Leave out what the constructor sets itself."""
        name, path, args, kwargs = super().deconstruct()
        for key in ("max_length", "unique", "editable", "default"):
            kwargs.pop(key, None)
        return name, path, args, {**kwargs, "prefix": self.prefix}


class MoneyField(models.DecimalField[Any, Any]):
    """An amount with two decimals; the row names its currency beside it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 14)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(**kwargs)

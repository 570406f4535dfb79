"""Whether a variant can be bought, in the words of the wire."""

from typing import Any

from oscar.apps.partner import availability


class Unavailable(availability.Unavailable):  # type: ignore[misc]
    """Not sold here or not now."""

    code = "out_of_stock"
    num_available = 0


class Available(availability.Available):  # type: ignore[misc]
    """Sold without a limit: `in_stock`, `backorder` or `made_to_order`."""

    num_available = None

    def __init__(self, code: str = "in_stock") -> None:
        self.code = code


class StockRequired(availability.StockRequired):  # type: ignore[misc]
    """Sold while pieces are left."""

    CODE_IN_STOCK = "in_stock"
    CODE_OUT_OF_STOCK = "out_of_stock"

    def __init__(self, num_available: Any) -> None:
        super().__init__(max(0, num_available))

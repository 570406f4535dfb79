"""What stock refuses."""

from common.exceptions import Conflict


class StockGone(Conflict):
    """Fewer pieces are left than somebody wants."""

    code = "stock_gone"
    title = "Not enough is left"

    def __init__(self, *, sku: str, available: int) -> None:
        said = f"Only {available} of {sku} are left." if available else f"{sku} is sold out."
        super().__init__(said, extra={"sku": sku, "available": available})


class StockCommitted(Conflict):
    """The count would fall below what is promised to shoppers."""

    code = "stock_committed"
    title = "More pieces are promised than would be left"

    def __init__(self, *, sku: str, committed: int) -> None:
        super().__init__(
            f"{committed} of {sku} are promised to shoppers: the stock cannot be lower.",
            extra={"sku": sku, "committed": committed},
        )


class StockNotAllocated(Conflict):
    """Pieces were to leave that were never set aside for the order."""

    code = "stock_not_allocated"
    title = "These pieces are not set aside for this order"

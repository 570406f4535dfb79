"""What offers took off a line."""

from decimal import Decimal
from typing import Any

from oscar.apps.basket import utils

from common.utils import money


class LineDiscountRegistry(utils.LineDiscountRegistry):  # type: ignore[misc]
    """Oscar's registry, in whole cents and never more than the line costs."""

    def discount(
        self, amount: Decimal, quantity: int, incl_tax: bool = True, offer: Any = None
    ) -> None:
        """Take `amount` off `quantity` pieces, as far as the line's price goes."""
        if quantity <= 0:
            return
        left = self._line.line_price_incl_tax - self.total
        super().discount(min(money.rounded(amount), left), quantity, incl_tax, offer)

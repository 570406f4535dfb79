"""Why a basket says no."""

from common.exceptions import Conflict, Invalid, NotFound


class NoBasket(NotFound):
    """The shopper has no open basket."""

    code = "no_basket"
    title = "You have no open basket"


class BasketNotOpen(Conflict):
    """It is being paid, has been ordered or was merged into another one."""

    code = "basket_not_open"
    title = "This basket can no longer be changed"


class OtherCurrency(Conflict):
    """The shopper's open basket holds lines in another currency."""

    code = "basket_in_other_currency"
    title = "Your open basket is in another currency"


class InsufficientStock(Conflict):
    """More is asked for than is left; `sku` and `available` say of what and how much."""

    code = "insufficient_stock"
    title = "Not enough pieces are left"

    def __init__(self, *, sku: str, available: int) -> None:
        left = f"Only {available} of {sku} are left." if available else f"{sku} is sold out."
        super().__init__(left, pointer="/quantity", extra={"sku": sku, "available": available})


class UnknownSku(Invalid):
    """No variant that is sold here has this SKU."""

    code = "unknown_sku"
    title = "There is no such SKU"


class NotSoldInCurrency(Invalid):
    """The variant has no price in the basket's currency."""

    code = "not_sold_in_currency"
    title = "This is not sold in the basket's currency"


class UnknownCustomisation(Invalid):
    """The product offers no such customisation."""

    code = "unknown_customisation"
    title = "This product has no such customisation"


class MeasurementsNotTaken(Invalid):
    """The product is not made to measurements."""

    code = "measurement_set_not_used"
    title = "This product is not made to measurements"


class UnknownVoucher(Invalid):
    """No voucher has this code."""

    code = "unknown_voucher"
    title = "There is no such voucher"


class VoucherNotUsable(Invalid):
    """It has expired, has not started, or is used up; the sentence says which."""

    code = "voucher_not_usable"
    title = "This voucher cannot be used now"


class VoucherNotApplicable(Invalid):
    """It would take nothing off this basket."""

    code = "voucher_not_applicable"
    title = "This voucher gives nothing on this basket"

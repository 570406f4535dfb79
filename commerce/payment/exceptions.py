"""Why money does not move."""

from common.exceptions import Conflict, Invalid


class UnknownPaymentMethod(Invalid):
    """The shop takes no payment this way."""

    code = "unknown_payment_method"
    title = "There is no such payment method"


class PaymentNotPending(Conflict):
    """The order waits for no payment."""

    code = "payment_not_pending"
    title = "This order waits for no payment"


class RefundTooLarge(Conflict):
    """More would go back than was taken."""

    code = "refund_too_large"
    title = "More would go back than was paid"

"""Why a checkout says no; the basket survives each of these."""

from common.exceptions import Conflict, Invalid


class BasketEmpty(Conflict):
    """There is nothing to buy."""

    code = "basket_empty"
    title = "The basket is empty"


class NotSoldAnyMore(Conflict):
    """A line of the basket is no longer sold."""

    code = "not_sold"
    title = "Something in the basket is no longer sold"


class CheckoutClosed(Conflict):
    """It has become an order already."""

    code = "checkout_completed"
    title = "This checkout has become an order already"


class AddressRequired(Conflict):
    """Nobody knows yet where it goes."""

    code = "shipping_address_required"
    title = "Give a shipping address first"


class ShippingRequired(Conflict):
    """A vendor's parcel has no way of sending yet."""

    code = "shipping_required"
    title = "Choose a shipping method for every vendor"


class PaymentRequired(Conflict):
    """Nothing covers the total yet."""

    code = "payment_required"
    title = "Pay first"


class PaymentFailed(Conflict):
    """The payment in the request came to nothing, so nothing was ordered."""

    code = "payment_failed"
    title = "The payment failed"


class PriceChanged(Conflict):
    """The total is no longer what was paid for."""

    code = "price_changed"
    title = "The total has changed"


class DiscountGone(Conflict):
    """A voucher or an offer was used up by others meanwhile."""

    code = "discount_gone"
    title = "A discount has been used up"


class UnknownBasket(Invalid):
    """No open basket of the caller has this id."""

    code = "unknown_basket"
    title = "There is no such basket"


class UnknownCountry(Invalid):
    """The shop does not send there."""

    code = "unknown_country"
    title = "The shop does not send to this country"


class UnknownShippingMethod(Invalid):
    """The vendor offers no such method there."""

    code = "unknown_shipping_method"
    title = "There is no such shipping method"

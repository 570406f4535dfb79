"""Why a discount cannot be as asked."""

from common.exceptions import Conflict, Invalid


class SenselessTerms(Invalid):
    """The discount would give nothing, too much, or is about nothing."""

    code = "senseless_terms"
    title = "Such a discount cannot be given"


class DiscountNameTaken(Conflict):
    """Another discount has this name or code."""

    code = "discount_name_taken"
    title = "Another discount has this name"


class BelowUses(Conflict):
    """The limit is lower than what has been used already."""

    code = "limit_below_uses"
    title = "It has been used more often than that already"

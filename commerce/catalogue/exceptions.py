"""What the catalogue says no with."""

from common.exceptions import Conflict, Invalid, NotAllowed


class NotYourProduct(NotAllowed):
    """The person is neither staff of the catalogue nor runs the vendor's shop."""

    code = "not_your_product"
    title = "You may not change this product"


class NotYourCatalogue(NotAllowed):
    """The person is not staff of the catalogue."""

    code = "not_your_catalogue"
    title = "Only staff of the catalogue may do this"


class ProductArchived(Conflict):
    """An archived product is restored before it is changed."""

    code = "product_archived"
    title = "The product is archived; restore it first"


class WrongProductState(Conflict):
    """The product's status does not lead where it should go."""

    code = "wrong_product_state"
    title = "The product's status does not allow this"


class NothingToSell(Conflict):
    """No variant of the product has a price."""

    code = "nothing_to_sell"
    title = "Give at least one variant a price first"


class StockBelowSold(Conflict):
    """More pieces are sold or reserved than the new stock would hold."""

    code = "stock_below_sold"
    title = "More pieces are already sold or reserved"


class FactRefused(Invalid):
    """A fact about the product has a value that it cannot have."""

    code = "fact_refused"
    title = "A fact about the product was refused"


class VariantsRefused(FactRefused):
    """The variants do not fit the options of the product, or one another."""

    code = "variants_refused"
    title = "The variants do not fit the options"


class PriceRefused(FactRefused):
    """A price is not above zero, or the earlier price is not above it."""

    code = "price_refused"
    title = "The price was refused"


class UnknownCurrency(FactRefused):
    """The shop does not sell in that currency."""

    code = "unknown_currency"
    title = "The shop does not sell in that currency"


class SkuTaken(FactRefused):
    """The vendor has given this SKU to another variant."""

    code = "sku_taken"
    title = "Another product of the vendor has this SKU"


class SlugTaken(FactRefused):
    """The address belongs to something else."""

    code = "slug_taken"
    title = "This address is taken"


class CategoryInUse(Conflict):
    """The category still holds products or other categories."""

    code = "category_in_use"
    title = "The category is not empty"


class CollectionHasRule(Conflict):
    """The members of the collection are chosen by its rule."""

    code = "collection_has_rule"
    title = "This collection fills itself by a rule"


class UnknownProducts(Invalid):
    """Some of the products named do not exist."""

    code = "unknown_products"
    title = "Some of the products do not exist"


class RuleRefused(Invalid):
    """The rule of a collection says something that cannot be."""

    code = "rule_refused"
    title = "The rule was refused"


class RuleMalformed(RuleRefused):
    """The rule has not the shape of a rule."""

    code = "rule_malformed"
    title = "The rule has not the shape of a rule"


class UnknownRuleField(RuleRefused):
    """A condition asks for something that products do not have."""

    code = "unknown_rule_field"
    title = "A condition asks for something that products do not have"


class UnknownRuleOperator(RuleRefused):
    """A condition compares in a way that its field does not know."""

    code = "unknown_rule_operator"
    title = "A condition compares in a way that its field does not know"


class RuleValueRefused(RuleRefused):
    """A condition compares with a value that its field cannot have."""

    code = "rule_value_refused"
    title = "A condition compares with a value that its field cannot have"


class UnknownInRule(RuleRefused):
    """A condition names a category, vendor, attribute or option that does not exist."""

    code = "unknown_in_rule"
    title = "A condition names something that does not exist"


class CollectionFilledByHand(Conflict):
    """Only a collection with a rule has pins and exclusions."""

    code = "collection_filled_by_hand"
    title = "This collection is filled by hand"


class PinnedAndExcluded(Invalid):
    """A product cannot be pinned and excluded at once."""

    code = "pinned_and_excluded"
    title = "A product is pinned and excluded at once"


class TooManyMembers(Conflict):
    """More products than a person can keep in order."""

    code = "too_many_members"
    title = "These are too many products"

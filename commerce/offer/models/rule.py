"""When an offer holds and what it gives."""

from typing import Any

from oscar.apps.offer.abstract_models import AbstractBenefit, AbstractCondition


class _Loaded:
    """Lets the proxy that does the work keep the related rows already loaded."""

    def proxy(self) -> Any:
        """Return this rule as the class of its type."""
        found = super().proxy()  # type: ignore[misc]
        found._state = self._state  # type: ignore[attr-defined]
        return found


class Condition(_Loaded, AbstractCondition):  # type: ignore[misc]
    """Oscar's condition, blind to lines that have no price."""

    class Meta(AbstractCondition.Meta):
        abstract = False

    def can_apply_condition(self, line: Any) -> bool:
        """Return whether the line counts."""
        return bool(_is_discountable(line) and self.range.contains_product(line.product))


class Benefit(_Loaded, AbstractBenefit):  # type: ignore[misc]
    """Oscar's benefit, for the lines that other offers leave to it."""

    class Meta(AbstractBenefit.Meta):
        abstract = False

    def can_apply_benefit(self, line: Any) -> bool:
        """Return whether the line may be discounted."""
        return _is_discountable(line)

    def get_applicable_lines(self, offer: Any, basket: Any, range: Any = None) -> Any:
        """Return (unit price, line) pairs, cheapest first, that this offer has or may take."""
        return [
            (price, line)
            for price, line in super().get_applicable_lines(offer, basket, range)
            if line.quantity_available_for_offer(offer) > 0
        ]


def _is_discountable(line: Any) -> bool:
    return bool(line.purchase_info.price.exists and line.product.get_is_discountable())

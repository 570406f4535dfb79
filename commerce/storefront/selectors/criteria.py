"""What a shopper asks of the list of products."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Chosen = Mapping[str, tuple[str, ...]]
SORTS = ("relevance", "newest", "price", "-price", "popularity", "rating")


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Filters; `None` does not filter. `words` holds groups of words, one of each must occur."""

    locale: str
    currency: str
    words: tuple[tuple[str, ...], ...] | None = None
    category: str | None = None
    collection: str | None = None
    vendor: str | None = None
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    in_stock: bool | None = None
    on_sale: bool | None = None
    made_to_measure: bool | None = None
    options: Chosen = field(default_factory=dict)
    attributes: Chosen = field(default_factory=dict)

    @property
    def terms(self) -> dict[str, list[str]]:
        """Return the chosen terms by code: `{"option.size": ["option.size=M"]}`."""
        families = (("option", self.options), ("attr", self.attributes))
        return {
            f"{family}.{code}": [f"{family}.{code}={value}"[:200] for value in values]
            for family, chosen in families
            for code, values in chosen.items()
        }

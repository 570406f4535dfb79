"""What a discount gives on what, as staff say it in a sentence."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["percentage", "fixed"]
Scope = Literal["all", "vendor", "collection"]


@dataclass(frozen=True)
class Terms:
    """A share or an amount of money off everything, one vendor's goods or one collection.

    `currency` is set for amounts only, `target_id` for vendors and collections only.
    """

    kind: Kind
    value: Decimal
    scope: Scope = "all"
    target_id: int | None = None
    currency: str = ""

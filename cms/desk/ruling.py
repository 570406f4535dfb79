"""Fields of forms held against the rules that services have, so that each rule is written once."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from common.exceptions import Refusal


def held_to(rule: Callable[..., Any], **more: Any) -> Callable[[Any], None]:
    """Return a validator that says what the rule of a service says."""

    def check(said: Any) -> None:
        try:
            rule(said, **more)
        except Refusal as refusal:
            raise ValidationError(refusal.detail) from None

    return check

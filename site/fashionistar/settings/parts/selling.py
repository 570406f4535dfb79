"""How shoppers pay, and how parcels of vendors without methods of their own travel."""

from decimal import Decimal
from typing import Any

from fashionistar.settings.env import env

SHOP_PAYMENT_METHODS: tuple[str, ...] = tuple(env.list("PAYMENT_METHODS", default=["manual"]))
SHOP_PAYMENT_PROVIDERS = {
    "manual": "common.providers.payments.manual.ManualPayments",
    "test": "common.providers.payments.test.TestPayments",
    "memory": "common.providers.payments.memory.MemoryPayments",
}
SHOP_BANK_ACCOUNT = {
    "bank": env.str("BANK_NAME", default="Fashionistar Demo Bank"),
    "account_name": env.str("BANK_ACCOUNT_NAME", default="Fashionistar"),
    "account_number": env.str("BANK_ACCOUNT_NUMBER", default="0000000000"),
}
SHOP_DEFAULT_SHIPPING: dict[str, Any] = {
    "code": "standard",
    "name": "Standard delivery",
    "min_days": 2,
    "max_days": 7,
    "amounts": {"NGN": Decimal("3500.00"), "USD": Decimal("15.00"), "GBP": Decimal("12.00")},
}

"""A vendor's own stock, counted many at once; a refused row leaves the others standing."""

from collections.abc import Iterable
from typing import Any, TypedDict

from django.db import transaction

from commerce.partner.models import Partner, StockRecord
from commerce.partner.services import stock
from common.exceptions import Refusal


class Counted(TypedDict):
    """What became of one row."""

    sku: str
    status: str
    quantity: int | None
    code: str
    detail: str


def count(*, vendor: Partner, rows: Iterable[dict[str, Any]]) -> list[Counted]:
    """Set the stock of each SKU; a SKU of another vendor is as unknown as one of nobody."""
    asked = list(rows)
    found = dict(
        StockRecord.objects.filter(
            partner=vendor, sku__in=[each["sku"] for each in asked]
        ).values_list("sku", "id")
    )
    return [_one(found.get(each["sku"]), each["sku"], each["quantity"]) for each in asked]


def _one(key: int | None, sku: str, quantity: int) -> Counted:
    if key is None:
        return _said(sku, "refused", None, "unknown_sku", "There is no such SKU of yours.")
    try:
        with transaction.atomic():
            now = stock.set_stock(stockrecord_id=key, quantity=quantity)
    except Refusal as no:
        return _said(sku, "refused", None, no.code, no.detail)
    return _said(sku, "updated", now, "", "")


def _said(sku: str, status: str, quantity: int | None, code: str, detail: str) -> Counted:
    return Counted(sku=sku, status=status, quantity=quantity, code=code, detail=detail)

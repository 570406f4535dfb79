"""A vendor's own stock, counted many at once; a refused row leaves the others standing."""

from collections.abc import Iterable
from typing import Any, TypedDict

from django.db import transaction

from commerce.partner.exceptions import StockCommitted
from commerce.partner.models import Partner, StockRecord
from commerce.partner.services import stock


class Counted(TypedDict):
    """What became of one row."""

    sku: str
    status: str
    quantity: int | None
    code: str
    detail: str


@transaction.atomic
def count(*, vendor: Partner, rows: Iterable[dict[str, Any]]) -> list[Counted]:
    """Set the stock of each SKU; a SKU of another vendor is as unknown as one of nobody.

    Of several rows for one SKU the first counts.
    """
    asked = list(rows)
    quantities = {each["sku"]: each["quantity"] for each in reversed(asked)}
    mine = StockRecord.objects.filter(partner=vendor, sku__in=quantities)
    keys = dict(mine.values_list("sku", "id"))
    refused = stock.set_many(quantities={keys[sku]: quantities[sku] for sku in keys})
    answered: set[str] = set()
    found = []
    for each in asked:
        found.append(_said(each["sku"], each["quantity"], keys, refused, answered))
        answered.add(each["sku"])
    return found


def _said(
    sku: str,
    quantity: int,
    keys: dict[str, int],
    refused: dict[int, StockCommitted],
    answered: set[str],
) -> Counted:
    if sku in answered:
        return _refused(sku, "repeated_sku", "This SKU stands in an earlier row.")
    if sku not in keys:
        return _refused(sku, "unknown_sku", "There is no such SKU of yours.")
    if (no := refused.get(keys[sku])) is not None:
        return _refused(sku, no.code, no.detail)
    return Counted(sku=sku, status="updated", quantity=quantity, code="", detail="")


def _refused(sku: str, code: str, detail: str) -> Counted:
    return Counted(sku=sku, status="refused", quantity=None, code=code, detail=detail)

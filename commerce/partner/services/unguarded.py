"""How stock must not be taken: the negative control that shows the oversell test can fail.

Reached only with STOCK_GUARD_OFF, which production refuses to start with.
"""

import time
from collections.abc import Mapping

from django.db.models import F

from commerce.partner.exceptions import StockGone
from commerce.partner.models import StockRecord

PAUSE_SECONDS = 0.05


def allocate(quantities: Mapping[int, int]) -> dict[int, int]:
    """Look, wait 50 ms, then add: two shoppers see the same last piece.

    :raises StockGone: when too few were left at the look.
    """
    for record in StockRecord.objects.filter(pk__in=quantities).order_by("pk"):
        if record.is_tracked and record.net_stock_level < quantities[record.pk]:
            raise StockGone(sku=record.sku, available=record.net_stock_level)
    time.sleep(PAUSE_SECONDS)
    for key, quantity in sorted(quantities.items()):
        StockRecord.objects.filter(pk=key).update(num_allocated=F("num_allocated") + quantity)
    return dict(quantities)

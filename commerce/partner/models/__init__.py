from commerce.partner.models.price import Price
from commerce.partner.models.reservation import StockReservation
from commerce.partner.models.stockrecord import StockRecord
from commerce.partner.models.vendor import Partner

from oscar.apps.partner.models import *  # noqa: F403  isort: skip

__all__ = ["Partner", "Price", "StockRecord", "StockReservation"]

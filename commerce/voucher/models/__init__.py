from commerce.voucher.models.voucher import Voucher, VoucherApplication

from oscar.apps.voucher.models import *  # noqa: F403  isort: skip

__all__ = ["Voucher", "VoucherApplication"]

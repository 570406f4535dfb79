from oscar.apps.voucher import apps

from commerce.apps import Mute


class VoucherConfig(Mute, apps.VoucherConfig):  # type: ignore[misc]
    name = "commerce.voucher"

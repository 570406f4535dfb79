"""A code that earns a discount, and the limits the database holds it to."""

from django.db import models
from django.db.models import F, Q
from oscar.apps.voucher.abstract_models import AbstractVoucher, AbstractVoucherApplication

from common.fields import MoneyField


class Voucher(AbstractVoucher):  # type: ignore[misc]
    """Oscar's voucher with an overall limit of uses."""

    max_uses = models.PositiveIntegerField(null=True, blank=True)
    total_discount = MoneyField(max_digits=18, default=0)

    class Meta(AbstractVoucher.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(max_uses__isnull=True) | Q(num_orders__lte=F("max_uses")),
                name="voucher_uses_within_limit",
            )
        ]


class VoucherApplication(AbstractVoucherApplication):  # type: ignore[misc]
    """One use; `guard` is what may exist once: the voucher, or the voucher and the person."""

    guard = models.CharField(max_length=320, unique=True, null=True, blank=True)

    class Meta(AbstractVoucherApplication.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["voucher", "order"], name="voucher_application_once_per_order"
            )
        ]

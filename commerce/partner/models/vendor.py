"""The vendor: Oscar's partner, grown up."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from oscar.apps.partner.abstract_models import AbstractPartner

from common.fields import PublicIdField


class VendorQuerySet(models.QuerySet["Partner"]):
    """Adjectives for vendors."""

    def trading(self) -> "VendorQuerySet":
        """Keep the approved and open ones."""
        return self.filter(status=Partner.Status.APPROVED, is_open=True)


class Partner(AbstractPartner):  # type: ignore[misc]
    """A maker or shop that sells here; `vendor` on the wire."""

    class Status(models.TextChoices):
        PENDING = "pending"
        APPROVED = "approved"
        SUSPENDED = "suspended"
        CLOSED = "closed"

    public_id = PublicIdField(prefix="ven")
    slug = models.SlugField(max_length=128, unique=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.PENDING, db_index=True)
    is_open = models.BooleanField(default=True)
    description = models.TextField(blank=True)
    city = models.CharField(max_length=128, blank=True)
    country = models.CharField(max_length=2, default="NG")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=16, blank=True)
    logo = models.ForeignKey(
        "media.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    commission_rate = models.DecimalField(max_digits=5, decimal_places=4, default=Decimal("0.1500"))
    users = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="vendors.Member", related_name="partners"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager["Partner"]] = VendorQuerySet.as_manager()

    class Meta(AbstractPartner.Meta):
        abstract = False
        verbose_name = "vendor"
        verbose_name_plural = "vendors"
        constraints = [
            models.CheckConstraint(
                condition=Q(commission_rate__gte=0) & Q(commission_rate__lte=1),
                name="vendor_commission_is_a_share",
            )
        ]

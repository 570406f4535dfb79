"""Who works for a vendor."""

from django.conf import settings
from django.db import models


class Member(models.Model):
    """A person's place and role in a vendor's team."""

    class Role(models.TextChoices):
        OWNER = "owner"
        MANAGER = "manager"
        TAILOR = "tailor"
        FINANCE = "finance"

    vendor = models.ForeignKey("partner.Partner", on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=12, choices=Role, default=Role.MANAGER)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vendor", "user"], name="vendor_member_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.vendor}"

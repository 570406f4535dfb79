"""One logical message to one person, and how it went."""

from django.db import models
from django.utils import timezone

from common.fields import PublicIdField


class Message(models.Model):
    """A message of a kind, over a channel, to a recipient; said once per deduplication key."""

    class Status(models.TextChoices):
        QUEUED = "queued"
        SENT = "sent"
        DELIVERED = "delivered"
        FAILED = "failed"

    class Channel(models.TextChoices):
        EMAIL = "email"
        SMS = "sms"
        WHATSAPP = "whatsapp"

    public_id = PublicIdField(prefix="msg")
    kind = models.CharField(max_length=80, db_index=True)
    channel = models.CharField(max_length=16, choices=Channel)
    recipient = models.CharField(max_length=254)
    subject = models.CharField(max_length=255, blank=True)
    body_text = models.TextField()
    body_html = models.TextField(blank=True)
    locale = models.CharField(max_length=12, default="en")
    dedupe_key = models.CharField(max_length=160, unique=True)
    status = models.CharField(max_length=16, choices=Status, default=Status.QUEUED, db_index=True)
    due_at = models.DateTimeField(default=timezone.now, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    provider = models.CharField(max_length=40, blank=True)
    provider_reference = models.CharField(max_length=255, blank=True)
    last_error = models.TextField(blank=True)
    is_secret = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(status="queued"), name="message_due")
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.recipient}"

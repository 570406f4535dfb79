"""The outbox: what happened, written in the transaction that made it happen."""

import uuid

from django.db import models


class OutboxEvent(models.Model):
    """One fact to be told; leased by a worker, done once, dead after too many tries."""

    event_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    type = models.CharField(max_length=80, db_index=True)
    subject_id = models.CharField(max_length=80)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    available_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_token = models.UUIDField(null=True, editable=False)
    leased_until = models.DateTimeField(null=True, editable=False)
    processed_at = models.DateTimeField(null=True, editable=False, db_index=True)
    dead_at = models.DateTimeField(null=True, editable=False)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["available_at", "id"],
                condition=models.Q(processed_at__isnull=True, dead_at__isnull=True),
                name="outbox_due",
            )
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.subject_id}"


class HandledEvent(models.Model):
    """A consumer's receipt for an event: a second delivery finds it and does nothing."""

    consumer = models.CharField(max_length=80)
    event_id = models.UUIDField()
    handled_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consumer", "event_id"], name="outbox_handled_once")
        ]

    def __str__(self) -> str:
        return f"{self.consumer} {self.event_id}"


class Heartbeat(models.Model):
    """When a worker was last heard of."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at:%H:%M:%S}"

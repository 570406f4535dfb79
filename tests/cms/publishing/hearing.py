"""What was told of pages since one last asked."""

from common.outbox.models import OutboxEvent
from common.outbox.services import delivery


def told() -> list[tuple[str, str]]:
    """Return the types and paths of the events of pages, and forget all events."""
    delivery.drain()
    rows = OutboxEvent.objects.filter(type__startswith="page.").order_by("pk")
    found = [(each.type, each.payload["path"]) for each in rows]
    OutboxEvent.objects.all().delete()
    return found

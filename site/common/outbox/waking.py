"""Waking a worker, so that nothing waits for beat."""

from common import waking


def wake() -> None:
    """Ask a worker to drain the outbox now."""
    from common.outbox.tasks import drain

    waking.enqueue(drain, expires=30)

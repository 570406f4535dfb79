"""What workers do for stories."""

from celery import shared_task

from cms.stories.services import healing


@shared_task(name="stories.heal")
def heal() -> None:
    """Mend where what shoppers read differs from what is live."""
    healing.heal()

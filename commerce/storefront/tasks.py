"""What the read side does by the clock."""

from celery import shared_task

from commerce.storefront.services import vocabulary


@shared_task(name="storefront.recount_words")
def recount_words() -> None:
    """Forget the words that no product has any more."""
    vocabulary.recount()

"""What the picture library hears of itself."""

from collections.abc import Sequence

from django.db import transaction

from common import waking
from common.media.services import library
from common.outbox.consumers import Event, on


@on("picture.uploaded", name="media.encode", batch=True)
def wake_encoding(*, events: Sequence[Event]) -> None:
    """Have the waiting pictures encoded by a task, outside of this transaction."""
    from common.media.tasks import encode_waiting_pictures

    transaction.on_commit(lambda: waking.enqueue(encode_waiting_pictures, expires=60))


@on("picture.files_replaced", name="media.delete_files")
def delete_files(*, event: Event) -> None:
    """Delete the files that nothing shows any more."""
    library.delete(event.payload["names"])

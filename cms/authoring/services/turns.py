"""One writer of the page tree at a time.

The place of a page is a path computed from its siblings' paths. Two who add or move pages at once
would compute the same one.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LOCK = 5_280_115


@contextmanager
def one_writer_of_pages() -> Iterator[None]:
    """Wait for one's turn, then do all or nothing of what is inside."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield

"""Refusals in pages of HTML: who is refused a page learns it by its status."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.http import Http404

from common.exceptions import NotAllowed, NotFound


@contextmanager
def as_pages() -> Iterator[None]:
    """Let what is not found be the 404 page and what is not allowed the 403 page.

    Other refusals come through: they are shown beside what was asked.
    """
    try:
        yield
    except NotFound:
        raise Http404 from None
    except NotAllowed:
        raise PermissionDenied from None

"""Pictures of imported products are fetched: claimed, fetched with no lock held, written.

A claim is a lease of some minutes that counts as a try, so a worker that dies is made good by the
next sweep. Nobody fetches an address twice for one vendor.
"""

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from commerce.catalogue.models import ProductImage
from commerce.catalogue.services import changes
from common.media import making
from common.media.exceptions import PictureRefused
from common.media.models import Picture
from common.media.services import library
from common.providers import web
from common.providers.exceptions import PermanentProviderError, ProviderError

log = structlog.get_logger(__name__)
MAX_TRIES = 3
LEASE = timedelta(minutes=10)
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=10))
BATCH = 8
AT_ONCE = 4
SECONDS = 20.0


def fetch_waiting(*, seconds: float = SECONDS) -> int:
    """Fetch what is due, batch after batch until the time is up; return how many were tried."""
    until, tried = time.monotonic() + seconds, 0
    while claimed := claim(at=timezone.now()):
        _fetch(claimed)
        tried += len(claimed)
        if time.monotonic() >= until:
            break
    return tried


@transaction.atomic
def claim(*, at: datetime, limit: int = BATCH) -> list[ProductImage]:
    """Take pictures that are due; nobody else gets them meanwhile."""
    due = ProductImage.objects.filter(image=None, fetch_tries__lt=MAX_TRIES).exclude(source_url="")
    due = due.filter(Q(fetch_due_at=None) | Q(fetch_due_at__lte=at)).order_by("pk")
    rows = list(
        due.select_for_update(skip_locked=True, of=("self",)).select_related("product")[:limit]
    )
    ProductImage.objects.filter(pk__in=[row.pk for row in rows]).update(
        fetch_tries=F("fetch_tries") + 1, fetch_due_at=at + LEASE
    )
    return rows


def _fetch(claimed: Sequence[ProductImage]) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        coming: dict[str, Future[bytes]] = {}
        for row in claimed:
            if row.source_url not in coming and _known(row) is None:
                coming[row.source_url] = pool.submit(_download, row.source_url)
        for row in claimed:
            _finish(row, coming.get(row.source_url))


def _download(url: str) -> bytes:
    return web.fetch(url, most_bytes=settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)


def _finish(row: ProductImage, coming: "Future[bytes] | None") -> None:
    try:
        picture = _known(row)
        if picture is None:
            data = coming.result() if coming else _download(row.source_url)
            picture = library.keep(made=making.make(data), title=_title(row), alt=row.caption)
    except (PermanentProviderError, PictureRefused) as error:
        fail(image_id=row.pk, error=str(error), is_final=True, at=timezone.now())
    except ProviderError as error:
        fail(image_id=row.pk, error=str(error), is_final=False, at=timezone.now())
    else:
        succeed(image_id=row.pk, source_url=row.source_url, picture=picture)


def _known(row: ProductImage) -> Picture | None:
    """Return what was fetched from the address for the same vendor before."""
    found = ProductImage.objects.filter(
        source_url=row.source_url, image__isnull=False, product__vendor=row.product.vendor_id
    ).first()
    return found.image if found else None


def _title(row: ProductImage) -> str:
    return f"{row.product.title} {row.display_order + 1}"


@transaction.atomic
def succeed(*, image_id: int, source_url: str, picture: Picture) -> None:
    """Show the picture, unless the row has gone or waits for another address by now."""
    rows = ProductImage.objects.filter(pk=image_id, image=None, source_url=source_url)
    if rows.update(image=picture, fetch_error="", fetch_due_at=None):
        changes.product_changed(
            rows.model.objects.filter(pk=image_id).values_list("product", flat=True)
        )


@transaction.atomic
def fail(*, image_id: int, error: str, is_final: bool, at: datetime) -> None:
    """Note why it failed, and have it tried again a minute and ten minutes later, or never."""
    row = ProductImage.objects.select_for_update().filter(pk=image_id, image=None).first()
    if row is None:
        return
    row.fetch_error = error[:255]
    if is_final or row.fetch_tries >= MAX_TRIES:
        row.fetch_tries, row.fetch_due_at = MAX_TRIES, None
        log.warning("picture_given_up", image_id=image_id, url=row.source_url, error=error)
    else:
        row.fetch_due_at = at + BACK_OFF[row.fetch_tries - 1]
        changes.images_waiting([row.pk], attempt=row.fetch_tries + 1, at=row.fetch_due_at)
    row.save(update_fields=["fetch_error", "fetch_tries", "fetch_due_at"])

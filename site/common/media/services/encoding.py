"""Web sizes are made by workers: a picture is claimed, encoded with no lock held, written.

A claim is a lease of some minutes that counts as a try. Whoever comes back after the lease was
given to somebody else, or after the picture got another file, finds their row gone and writes
nothing.
"""

import time
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from common.media import making
from common.media.exceptions import PictureRefused
from common.media.making import AVIF, WEBP, Made
from common.media.models import Picture
from common.media.services import changes, library
from common.media.services.library import Sizes

log = structlog.get_logger(__name__)
MAX_TRIES = 3
LEASE = timedelta(minutes=5)
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=10))
SECONDS = 1.0
FIELDS = {WEBP: "sizes", AVIF: "avif_sizes"}
DIED = "The worker ended before it was done, each time."


def encode_waiting(*, seconds: float = SECONDS) -> int:
    """Encode what is due, one picture after the other until the time is up; return how many."""
    until, tried = time.monotonic() + seconds, 0
    while picture := claim(at=timezone.now()):
        encode(picture)
        tried += 1
        if time.monotonic() >= until:
            break
    return tried


@transaction.atomic
def claim(*, at: datetime) -> Picture | None:
    """Take a picture that is due, those without any sizes first; nobody else gets it meanwhile."""
    due = Picture.objects.filter(encode_due_at__lte=at).select_for_update(skip_locked=True)
    _give_up([row.pk for row in due.filter(encode_tries__gte=MAX_TRIES)])
    row: Picture | None = (
        due.filter(encode_tries__lt=MAX_TRIES)
        .alias(has_sizes=~Q(sizes=[]))
        .order_by("has_sizes", "encode_due_at", "pk")
        .first()
    )
    if row is not None:
        row.encode_due_at, row.encode_tries = at + LEASE, row.encode_tries + 1
        Picture.objects.filter(pk=row.pk).update(
            encode_due_at=row.encode_due_at, encode_tries=row.encode_tries
        )
    return row


def _give_up(ids: list[int]) -> None:
    if ids:
        log.error("pictures_given_up", picture_ids=ids)
        Picture.objects.filter(pk__in=ids).update(encode_due_at=None, encode_error=DIED)


def encode(picture: Picture) -> bool:
    """Make the missing sizes of a claimed picture and return whether they are in its row."""
    try:
        with picture.open_file() as file:
            data = file.read()
        made = making.make(data, formats=_missing(picture))
        written = library.write(made.sizes)
    except PictureRefused as refusal:
        fail(picture, error=refusal.detail, is_final=True, at=timezone.now())
    except Exception as error:
        log.warning("picture_not_encoded", picture_id=picture.pk, exc_info=True)
        fail(picture, error=repr(error), is_final=False, at=timezone.now())
    else:
        return _finished(picture, made, written)
    return False


def _missing(picture: Picture) -> list[str]:
    return [
        format
        for format, field in FIELDS.items()
        if picture.remakes_sizes or not getattr(picture, field)
    ]


def _finished(picture: Picture, made: Made, written: dict[str, Sizes]) -> bool:
    is_kept = False
    try:
        is_kept = finish(picture, colour=made.colour, written=written, at=timezone.now())
    finally:
        if not is_kept:
            library.delete([each["name"] for sizes in written.values() for each in sizes])
    return is_kept


@transaction.atomic
def finish(picture: Picture, *, colour: str, written: dict[str, Sizes], at: datetime) -> bool:
    """Show the sizes, unless the picture has another file or another worker by now."""
    row = _mine(picture).select_for_update().first()
    if row is None:
        return False
    fresh = {FIELDS[format]: sizes for format, sizes in written.items() if sizes}
    replaced = {"file": row.file.name, "sizes": [], "avif_sizes": []}
    replaced |= {field: getattr(row, field) for field in fresh}
    _mine(picture).update(
        **fresh, computed_colour=colour, remakes_sizes=False,
        encode_due_at=None, encode_tries=0, encode_error="",
    )  # fmt: skip
    changes.discard(picture_id=row.pk, names=changes.names_of(replaced), at=at)
    changes.ready(picture_id=row.pk)
    return True


def fail(picture: Picture, *, error: str, is_final: bool, at: datetime) -> None:
    """Note why it failed, and have it tried again a minute and ten minutes later, or never."""
    if is_final or picture.encode_tries >= MAX_TRIES:
        due = None
        log.error("picture_given_up", picture_id=picture.pk, error=error)
    else:
        due = at + BACK_OFF[picture.encode_tries - 1]
    _mine(picture).update(encode_due_at=due, encode_error=error[:255] or "Unknown")


@transaction.atomic
def requeue(*, is_all: bool, at: datetime) -> int:
    """Have what lacks sizes encoded, given-up ones too, or everything anew; return how many."""
    rows = Picture.objects.all()
    if not is_all:
        rows = rows.filter(Q(sizes=[]) | Q(avif_sizes=[]), encode_due_at=None)
    count: int = rows.update(
        encode_due_at=at, encode_tries=0, encode_error="", remakes_sizes=is_all
    )
    return count


def _mine(picture: Picture) -> "QuerySet[Picture]":
    return Picture.objects.filter(
        pk=picture.pk, file=picture.file.name, encode_due_at=picture.encode_due_at
    )

"""What changed about a picture, told in the transaction that changed it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from common.media.models import OF_FILE, Picture
from common.outbox.services import events

WORDS = (
    "title", "description", "dominant_colour",
    "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
)  # fmt: skip
GRACE = timedelta(seconds=30)
Stored = dict[str, Any]


def held(picture: Picture) -> Stored | None:
    """Lock the row and return what it says; None while there is none."""
    rows = Picture.objects.select_for_update().filter(pk=picture.pk)
    found: Stored | None = rows.values("file", *WORDS, *OF_FILE).first()
    return found


def start(picture: Picture, *, at: datetime) -> None:
    """Have a new picture's missing sizes made by a worker; those it came with are kept."""
    picture.encode_due_at = None if picture.sizes and picture.avif_sizes else at


def start_over(picture: Picture, *, at: datetime) -> None:
    """Forget what was made of the file before."""
    for name in OF_FILE:
        setattr(picture, name, Picture._meta.get_field(name).get_default())
    picture.encode_due_at = at


def has_new_file(picture: Picture, stored: Stored) -> bool:
    """Tell whether the picture has another file than its row."""
    return not picture.file._committed or picture.file.name != stored["file"]


def came(picture: Picture) -> None:
    """Tell of a new picture."""
    _tell("picture.uploaded", picture.pk)


def file_changed(picture: Picture, stored: Stored) -> None:
    """Tell of a new file; what was made of the old one goes with it."""
    picture.renditions.all().delete()
    discard(picture_id=picture.pk, names=[stored["file"], *names_of(stored)], at=timezone.now())
    _tell("picture.uploaded", picture.pk)


def words_changed(picture: Picture, stored: Stored, *, among: Collection[str] | None) -> None:
    """Tell of another text, focal point or colour, if there is one `among` the fields saved."""
    watched = [name for name in WORDS if among is None or name in among]
    if any(getattr(picture, name) != stored[name] for name in watched):
        _tell("picture.changed", picture.pk)


def ready(*, picture_id: int) -> None:
    """Tell that the sizes of a picture are made."""
    _tell("picture.ready", picture_id)


def discard(*, picture_id: int, names: Sequence[str], at: datetime) -> None:
    """Have files deleted a little later, when documents and open pages show others."""
    if names:
        events.record(
            type="picture.files_replaced",
            subject_id=str(picture_id),
            payload={"names": list(names)},
            at=at + GRACE,
        )


def names_of(stored: Stored) -> list[str]:
    """Return the files of all sizes, without the picture's own file."""
    own = str(stored["file"])
    return [name for each in ("sizes", "avif_sizes") for name in _names(stored[each], own)]


def _names(sizes: Iterable[dict[str, Any]], own: str) -> list[str]:
    return [each["name"] for each in sizes if each.get("name") not in (None, own)]


def _tell(type: str, picture_id: int) -> None:
    events.record(type=type, subject_id=str(picture_id), payload={"picture_id": picture_id})

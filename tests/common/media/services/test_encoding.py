"""Workers make the web sizes of pictures: once, for the file that is there, and not for ever."""

import io
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from common.media import events as heard
from common.media import making
from common.media.models import Picture
from common.media.services import encoding, library
from common.media.tasks import LANE, encode_waiting_pictures
from common.media.wire import picture_on_wire
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery
from tests.common.media.pixels import picture, with_exif

pytestmark = pytest.mark.django_db
WEBP_AND_AVIF = ("sizes", "avif_sizes")


@pytest.fixture(autouse=True)
def lane() -> None:
    for number in range(4):
        cache.delete(f"{LANE}.{number}")


def uploaded(data: bytes | None = None, **fields: Any) -> Picture:
    content = ContentFile(data or picture(900, 600), name="dress.jpg")
    found: Picture = Picture.objects.create(title="A dress", file=content, **fields)
    return found


def replace(row: Picture, data: bytes) -> None:
    row.file = ContentFile(data, name="dress.jpg")
    row.save()


def files_of(row: Picture) -> list[str]:
    return [each["name"] for each in row.sizes + row.avif_sizes]


def web_files() -> set[str]:
    return set(default_storage.listdir("web_images")[1])


def due_now() -> None:
    Picture.objects.filter(encode_due_at__isnull=False).update(encode_due_at=timezone.now())


def events(type: str) -> list[dict[str, Any]]:
    return list(OutboxEvent.objects.filter(type=type).values_list("payload", flat=True))


def test_an_upload_becomes_webp_and_avif_at_every_width() -> None:
    row = uploaded(with_exif(2000, 1000))
    delivery.drain()
    assert events("picture.ready") == []
    assert encode_waiting_pictures() == 1
    row.refresh_from_db()
    for field, format in zip(WEBP_AND_AVIF, ("WEBP", "AVIF"), strict=True):
        sizes = getattr(row, field)
        assert [each["width"] for each in sizes] == [400, 800, 1000]
        for each in sizes:
            data = default_storage.open(each["name"]).read()
            found = Image.open(io.BytesIO(data))
            assert (found.format, found.size) == (format, (each["width"], each["height"]))
            assert not found.getexif() and b"Secret" not in data
    assert row.encode_due_at is None and row.encode_error == ""
    assert events("picture.ready") == [{"picture_id": row.pk}]
    assert encode_waiting_pictures() == 0


def test_the_outbox_wakes_the_task_and_does_not_encode() -> None:
    assert heard.wake_encoding
    row = uploaded()
    assert delivery.drain() == 1
    row.refresh_from_db()
    assert row.sizes == [] and row.encode_due_at is not None


def test_on_the_wire_it_is_whole_before_and_after() -> None:
    row = uploaded(focal_point_x=300, focal_point_y=150)
    before = picture_on_wire(row, alt="Front")
    assert before["src"].endswith(row.file.url) and before["srcset"].endswith(" 900w")
    assert (before["width"], before["height"], before["alt"]) == (900, 600, "Front")
    assert before["focal_point"] == {"x": 0.3333, "y": 0.25}
    assert (before["dominant_colour"], before["sources"]) == (None, [])
    encoding.encode_waiting()
    row.refresh_from_db()
    after = picture_on_wire(row)
    assert (after["width"], after["height"], after["alt"]) == (800, 533, "")
    row.description = "A woman in a blue dress"
    assert picture_on_wire(row)["alt"] == "A woman in a blue dress"
    assert after["src"].startswith("http") and after["src"].endswith("-800.webp")
    assert [each.rsplit(" ")[1] for each in after["srcset"].split(", ")] == ["400w", "800w", "900w"]
    assert [each["type"] for each in after["sources"]] == ["image/avif", "image/webp"]
    assert after["sources"][0]["srcset"].count(".avif ") == 3
    assert after["sources"][1]["srcset"] == after["srcset"]
    assert after["dominant_colour"] == row.computed_colour != ""
    Picture.objects.update(dominant_colour="#A1B2C3", focal_point_x=None)
    chosen = picture_on_wire(Picture.objects.get())
    assert (chosen["dominant_colour"], chosen["focal_point"]["x"]) == ("#a1b2c3", 0.5)
    Picture.objects.update(focal_point_x=2000)
    assert picture_on_wire(Picture.objects.get())["focal_point"]["x"] == 1.0


def test_a_late_task_for_the_old_file_writes_nothing() -> None:
    row = uploaded()
    late = encoding.claim(at=timezone.now())
    assert late is not None
    made = making.make(picture(900, 600))
    written = library.write(made.sizes)
    replace(row, picture(500, 300))
    assert not encoding.finish(late, colour="#000000", written=written, at=timezone.now())
    encoding.fail(late, error="Late", is_final=True, at=timezone.now())
    row.refresh_from_db()
    assert (row.sizes, row.encode_error, row.encode_tries) == ([], "", 0)
    assert row.encode_due_at is not None
    files = web_files()
    assert not encoding.encode(late)
    assert web_files() == files
    assert encoding.encode_waiting() == 1
    row.refresh_from_db()
    assert [each["width"] for each in row.sizes] == [400, 500]


def test_a_file_changed_behind_the_model_s_back_is_not_given_the_old_one_s_sizes() -> None:
    row = uploaded()
    late = encoding.claim(at=timezone.now())
    assert late is not None
    Picture.objects.filter(pk=row.pk).update(file=uploaded(picture(500, 300)).file.name)
    assert not encoding.encode(late)
    assert Picture.objects.get(pk=row.pk).sizes == []


def test_beat_sweeps_for_what_nobody_heard(settings: Any) -> None:
    swept = settings.CELERY_BEAT_SCHEDULE["pictures-encode"]
    assert swept["task"] == encode_waiting_pictures.name and swept["schedule"] <= 60


def test_of_two_workers_the_one_whose_lease_ran_out_leaves_no_file() -> None:
    row = uploaded()
    Picture.objects.update(encode_due_at=timezone.now() - timedelta(hours=1))
    first = encoding.claim(at=timezone.now() - timedelta(minutes=30))
    assert first is not None
    second = encoding.claim(at=timezone.now())
    assert second is not None and encoding.encode(second)
    files = web_files()
    assert not encoding.encode(first)
    assert web_files() == files
    row.refresh_from_db()
    assert all(default_storage.exists(name) for name in files_of(row))


def test_nobody_else_gets_a_claimed_picture_and_new_ones_go_first() -> None:
    kept = library.keep(made=making.make(picture()), title="Imported")
    fresh = uploaded()
    order = [encoding.claim(at=timezone.now()) for _ in range(3)]
    assert [each and each.pk for each in order] == [fresh.pk, kept.pk, None]


def test_an_imported_picture_keeps_its_webp_and_gets_avif() -> None:
    kept = library.keep(made=making.make(picture(900, 600)), title="Imported")
    before = kept.sizes
    assert encoding.encode_waiting() == 1
    kept.refresh_from_db()
    assert kept.sizes == before
    assert [each["width"] for each in kept.avif_sizes] == [400, 800, 900]
    assert events("picture.files_replaced") == []


def test_a_form_that_was_open_meanwhile_does_not_undo_what_the_worker_wrote() -> None:
    uploaded()
    opened = Picture.objects.get()
    encoding.encode_waiting()
    opened.title = "Another title"
    opened.save()
    now = Picture.objects.get()
    assert now.title == "Another title"
    assert now.sizes and now.avif_sizes and now.encode_due_at is None


def test_what_cannot_be_encoded_is_given_up_and_harms_no_other() -> None:
    bad, missing, good = uploaded(), uploaded(), uploaded()
    default_storage.delete(bad.file.name)
    default_storage.save(bad.file.name, ContentFile(b"<html>"))
    default_storage.delete(missing.file.name)
    for tried in (3, 1, 1):
        assert encoding.encode_waiting(seconds=60) == tried
        assert encoding.encode_waiting() == 0
        due_now()
    assert encoding.encode_waiting() == 0
    bad, missing, good = Picture.objects.order_by("pk")
    assert (bad.encode_tries, bad.encode_due_at) == (1, None)
    assert bad.encode_error == "The file is not a JPEG, PNG, WebP, GIF or AVIF picture."
    assert (missing.encode_tries, missing.encode_due_at) == (3, None)
    assert "No such file" in missing.encode_error
    assert good.sizes and not good.encode_error
    assert picture_on_wire(missing)["src"].endswith(missing.file.url)


def test_a_picture_that_kills_its_workers_is_given_up() -> None:
    row = uploaded()
    for _ in range(3):
        due_now()
        assert encoding.claim(at=timezone.now()) is not None
    due_now()
    assert encoding.encode_waiting() == 0
    row.refresh_from_db()
    assert (row.encode_due_at, row.encode_error) == (None, encoding.DIED)


def test_the_command_queues_what_misses_and_everything_anew() -> None:
    good, bad = uploaded(), uploaded()
    default_storage.delete(bad.file.name)
    for _ in range(3):
        encoding.encode_waiting()
        due_now()
    said = StringIO()
    call_command("pictures", stdout=said)
    assert "2 pictures, 0 waiting" in said.getvalue() and "No such file" in said.getvalue()
    call_command("pictures", "--missing", stdout=said)
    assert "1 queued" in said.getvalue()
    good, bad = Picture.objects.order_by("pk")
    assert good.encode_due_at is None and bad.encode_due_at is not None and bad.encode_tries == 0
    old = files_of(good)
    call_command("pictures", "--all", stdout=said)
    assert "2 queued" in said.getvalue()
    good = Picture.objects.get(pk=good.pk)
    assert files_of(good) == old
    encoding.encode_waiting(seconds=60)
    good.refresh_from_db()
    assert len(files_of(good)) == 6 and not set(files_of(good)) & set(old)
    assert events("picture.files_replaced") == [{"names": old}]
    assert not good.remakes_sizes


def test_only_so_many_encode_at_a_time(settings: Any) -> None:
    uploaded()
    settings.PICTURE_ENCODERS = 2
    cache.add(f"{LANE}.0", 1)
    assert encode_waiting_pictures() == 1
    replace(Picture.objects.get(), picture(500, 300))
    cache.add(f"{LANE}.1", 1)
    assert encode_waiting_pictures() == 0
    cache.delete(f"{LANE}.1")
    assert encode_waiting_pictures() == 1

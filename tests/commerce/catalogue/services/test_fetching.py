"""Pictures of an import, from its file to the shop's document, over a real server on loopback."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from commerce.catalogue import events as heard
from commerce.catalogue.models import Product, ProductImage
from commerce.catalogue.services import fetching
from commerce.catalogue.tasks import LANE, fetch_waiting_images
from commerce.storefront.models import ProductDocument
from common.media.models import Picture
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery
from tests.commerce.catalogue.importing.running import run
from tests.commerce.catalogue.importing.sheets import PLAIN, sheet
from tests.common.media.pixels import bomb, picture, with_exif
from tests.common.providers.web.server import Site, serving
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture(autouse=True)
def vendor() -> Any:
    cache.delete(LANE)
    return make_vendor(slug="ade")


def brought_in(folder: Path, *urls: str) -> list[ProductImage]:
    more = [{"Handle": PLAIN["Handle"], "Image Src": url} for url in urls]
    run(folder, sheet(PLAIN | {"Image Alt Text": "Front"} | more[0], *more[1:]))
    return list(ProductImage.objects.order_by("display_order"))


def due_now() -> None:
    ProductImage.objects.filter(fetch_due_at__isnull=False).update(fetch_due_at=timezone.now())


def test_an_imported_picture_comes_into_the_document(site: Site, tmp_path: Path) -> None:
    assert heard.wake_fetching
    url = site.page("/secret name.jpg".replace(" ", "%20"), with_exif(1000, 900))
    [row] = brought_in(tmp_path, url)
    delivery.drain()
    assert fetch_waiting_images() == 1
    row.refresh_from_db()
    assert row.image is not None and row.image.file.name.endswith(".webp")
    assert "secret" not in row.image.file.name
    assert [each["width"] for each in row.image.sizes] == [400, 800, 900]
    stored = default_storage.open(row.image.file.name).read()
    assert not Image.open(io.BytesIO(stored)).getexif() and b"Secret Camera" not in stored
    assert (row.image.width, row.image.height) == (900, 1000)
    event = OutboxEvent.objects.get(type="product.changed", processed_at=None)
    assert event.payload == {"product_ids": [row.product_id]}
    delivery.drain()
    for document in ProductDocument.objects.filter(product=row.product_id):
        assert row.image.sizes[1]["src"] in str(document.__dict__)


def test_one_address_is_fetched_once_for_a_vendor(site: Site, tmp_path: Path) -> None:
    url = site.page("/1.jpg", picture())
    both = [PLAIN | {"Handle": handle, "Image Src": url} for handle in ("one", "two")]
    run(tmp_path, sheet(*both))
    assert fetching.fetch_waiting() == 2
    run(tmp_path, sheet(*both, PLAIN | {"Handle": "three", "Image Src": url}))
    assert fetching.fetch_waiting() == 1
    assert site.asked == ["/1.jpg"]
    assert Picture.objects.count() == 1
    assert ProductImage.objects.filter(image=Picture.objects.get()).count() == 3


def test_a_failure_is_tried_twice_more_and_then_given_up(site: Site, tmp_path: Path) -> None:
    url = site.page("/1.jpg", b"busy", status=503)
    [row] = brought_in(tmp_path, url)
    waits = []
    for attempt in (2, 3):
        assert fetching.fetch_waiting() == 1
        row.refresh_from_db()
        assert row.fetch_error == "The server answers 503."
        told = OutboxEvent.objects.filter(type="product_images.waiting").latest("pk")
        assert told.payload == {"image_ids": [row.pk], "attempt": attempt}
        assert told.available_at == row.fetch_due_at
        waits.append(round((told.available_at - timezone.now()).total_seconds() / 60))
        assert fetching.fetch_waiting() == 0
        due_now()
    assert waits == [1, 10]
    count = OutboxEvent.objects.count()
    assert fetching.fetch_waiting() == 1
    due_now()
    assert fetching.fetch_waiting() == 0
    assert (len(site.asked), OutboxEvent.objects.count()) == (3, count)


def test_it_heals(site: Site, tmp_path: Path) -> None:
    [row] = brought_in(tmp_path, site.page("/1.jpg", b"busy", status=503))
    fetching.fetch_waiting()
    site.page("/1.jpg", picture())
    due_now()
    fetching.fetch_waiting()
    row.refresh_from_db()
    assert row.image and not row.fetch_error


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", "The file is empty."),
        (b"<!doctype html><h1>Not found</h1>", "The file is not a JPEG, PNG, WebP, GIF or AVIF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "The file is not a JPEG, PNG, WebP, GIF"),
        (picture(800, 600)[:900], "The picture is cut off or broken."),
        (bomb(), "The picture has more than 40 million pixels."),
    ],
    ids=["empty", "html", "svg", "cut", "bomb"],
)
def test_what_is_no_picture_is_given_up_at_once_and_harms_no_other(
    site: Site, tmp_path: Path, body: bytes, error: str
) -> None:
    bad, good = site.page("/bad.jpg", body), site.page("/good.jpg", picture())
    first, second = brought_in(tmp_path, bad, good)
    assert fetching.fetch_waiting() == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.image is None and first.fetch_error.startswith(error)
    assert second.image is not None
    due_now()
    assert fetching.fetch_waiting() == 0


def test_an_address_that_leads_inside_is_given_up_at_once(site: Site, tmp_path: Path) -> None:
    [row] = brought_in(tmp_path, site.moved("/1.jpg", "http://169.254.169.254/latest/meta-data"))
    fetching.fetch_waiting()
    row.refresh_from_db()
    assert (row.image, row.fetch_error) == (None, "The address is not public.")


def test_a_dead_workers_pictures_are_found_again(site: Site, tmp_path: Path) -> None:
    [row] = brought_in(tmp_path, site.page("/1.jpg", picture()))
    at = timezone.now()
    assert [each.pk for each in fetching.claim(at=at)] == [row.pk]
    assert fetching.claim(at=at) == []
    assert fetching.claim(at=at + fetching.LEASE - timedelta(seconds=1)) == []
    assert [each.pk for each in fetching.claim(at=at + fetching.LEASE)] == [row.pk]


def test_a_product_changed_meanwhile_keeps_what_it_says_now(site: Site, tmp_path: Path) -> None:
    [row] = brought_in(tmp_path, site.page("/1.jpg", picture()))
    [claimed] = fetching.claim(at=timezone.now())
    Product.objects.get().images.all().delete()
    fetching._finish(claimed, None)
    assert not ProductImage.objects.filter(pk=row.pk).exists()


def test_one_task_at_a_time_fetches(site: Site, tmp_path: Path) -> None:
    brought_in(tmp_path, site.page("/1.jpg", picture()))
    cache.add(LANE, 1)
    assert fetch_waiting_images() == 0
    cache.delete(LANE)
    assert fetch_waiting_images() == 1

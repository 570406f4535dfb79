"""Uploads in buckets: over the production server, a real worker and a server that speaks S3."""

import json
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import httpx
import pytest
from moto.server import ThreadedMotoServer
from wagtail.models import Collection

from common.media.models import Picture
from tests.cms.authoring.apis.calling import api_token, member
from tests.common.media.pixels import picture
from tests.flows import serving

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
PUBLIC, PRIVATE, PATIENCE = "shop-media", "shop-private", 90
KEEP = """
import django, json; django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import storages
kept = storages["private"].save("letters/a.txt", ContentFile(b"for us alone"))
print(json.dumps([kept, storages["private"].url(kept)]))
"""


class Buckets:
    """Two buckets; a policy of its own makes the first one public."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.client = boto3.client(
            "s3", endpoint_url=self.address, region_name="eu-west-1",
            aws_access_key_id="key", aws_secret_access_key="secret",
        )  # fmt: skip
        place = {"LocationConstraint": "eu-west-1"}
        for name in (PUBLIC, PRIVATE):
            self.client.create_bucket(Bucket=name, CreateBucketConfiguration=place)
        allow = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
        policy = {"Version": "2012-10-17", "Statement": [
            {**allow, "Resource": f"arn:aws:s3:::{PUBLIC}/*"},
        ]}  # fmt: skip
        self.client.put_bucket_policy(Bucket=PUBLIC, Policy=json.dumps(policy))

    def keys(self, bucket: str) -> list[str]:
        found = self.client.list_objects_v2(Bucket=bucket).get("Contents", [])
        return [each["Key"] for each in found]

    def variables(self) -> dict[str, str]:
        return {
            "MEDIA_BUCKET": PUBLIC, "MEDIA_PRIVATE_BUCKET": PRIVATE,
            "MEDIA_PUBLIC_URL": f"{self.address}/{PUBLIC}", "MEDIA_S3_ENDPOINT": self.address,
            "MEDIA_S3_REGION": "eu-west-1", "MEDIA_S3_KEY": "key", "MEDIA_S3_SECRET": "secret",
        }  # fmt: skip


@pytest.fixture(scope="module")
def buckets() -> Iterator[Buckets]:
    port = serving.free_port()
    server = ThreadedMotoServer("127.0.0.1", port=port, verbose=False)
    server.start()
    yield Buckets(port)
    server.stop()


@pytest.fixture
def base(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path, buckets: Buckets
) -> Iterator[str]:
    own = {**buckets.variables(), "BROKER_PREFIX": uuid.uuid4().hex}
    with (
        django_db_blocker.unblock(),
        serving.database() as name,
        serving.served(name, tmp_path / "web.log", **own) as address,
        serving.working(name, tmp_path, **own),
    ):
        yield address


def upload(base: str, surface: str, name: str, data: bytes) -> dict[str, Any]:
    """Upload a file over the staff API."""
    answer = httpx.post(
        f"{base}/api/cms/v3/{surface}/",
        files={"file": (name, data)},
        data={"title": "Lace", "collection_id": str(Collection.get_first_root_node().pk)},
        headers={"Authorization": f"Bearer {api_token(member('Editors'))}"}, timeout=60,
    )  # fmt: skip
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def made(key: int) -> Picture:
    """Wait until a worker has made the sizes of a picture."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        row = Picture.objects.get(pk=key)
        if row.sizes and row.avif_sizes:
            return row
        time.sleep(0.5)
    raise AssertionError("No worker made the sizes.")


def test_a_picture_uploaded_to_the_web_is_sized_by_a_worker_and_read_by_anybody(
    base: str, buckets: Buckets
) -> None:
    row = made(upload(base, "images", "lace.jpg", picture(900, 600))["id"])
    names = [row.file.name, *(each["name"] for each in [*row.sizes, *row.avif_sizes])]
    assert set(names) <= set(buckets.keys(PUBLIC))
    for each in [*row.sizes, *row.avif_sizes]:
        assert each["src"] == f"{buckets.address}/{PUBLIC}/{each['name']}"
        shown = httpx.get(each["src"])
        assert shown.status_code == 200 and shown.headers["Content-Type"].startswith("image/")
        assert "max-age" in shown.headers["Cache-Control"]
    document = upload(base, "documents", "sizes.csv", b"size,chest\nS,88\n")
    address = document["meta"]["download_url"]
    assert address.startswith(f"{buckets.address}/{PUBLIC}/documents/")
    assert httpx.get(address).content == b"size,chest\nS,88\n"
    page = httpx.get(f"{base}/accounts/login/")
    assert (
        f"img-src 'self' data: blob: {buckets.address}" in page.headers["Content-Security-Policy"]
    )
    assert httpx.get(f"{base}/media/{row.file.name}").status_code == 404


def test_what_is_private_is_read_over_a_signed_address_only(
    buckets: Buckets, django_db_setup: None
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KEEP], cwd=serving.ROOT, capture_output=True, text=True, check=False,
        env=serving.environment("none", buckets.variables()),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-500:]
    name, address = json.loads(done.stdout.splitlines()[-1])
    assert buckets.keys(PRIVATE) == [name] and name not in buckets.keys(PUBLIC)
    assert "Signature=" in address and "Expires=300" in address
    assert httpx.get(address).content == b"for us alone"
    assert httpx.get(address.split("?")[0]).status_code == 403


def test_one_bucket_for_both_is_refused(buckets: Buckets) -> None:
    own = {**buckets.variables(), "MEDIA_PRIVATE_BUCKET": PUBLIC}
    done = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"], cwd=serving.ROOT,
        capture_output=True, text=True, check=False, env=serving.environment("none", own),
    )  # fmt: skip
    assert done.returncode and "MEDIA_PRIVATE_BUCKET is the public bucket" in done.stderr

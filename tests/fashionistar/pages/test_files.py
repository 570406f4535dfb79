"""Uploaded files say how long they may be kept."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from common.providers.files.buckets import PublicBucket

FOREVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("web_images/a-400.webp", FOREVER),
        ("original_images/a.jpg", AN_HOUR),
        ("documents/sizes.pdf", AN_HOUR),
        ("web_images/../documents/sizes.pdf", AN_HOUR),
    ],
)
def test_web_sizes_are_kept_for_ever_and_what_is_replaced_is_not(
    client: Client, settings: Any, tmp_path: Path, path: str, said: str
) -> None:
    settings.MEDIA_ROOT = tmp_path
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "web_images").mkdir(exist_ok=True)
    file.write_bytes(b"a")
    answer = client.get(f"/media/{path}")
    assert (answer.status_code, answer["Cache-Control"]) == (200, said)
    unchanged = client.get(f"/media/{path}", headers={"if-modified-since": answer["Last-Modified"]})
    assert (unchanged.status_code, unchanged["Cache-Control"]) == (304, said)
    bucket = PublicBucket(bucket_name="shop", object_parameters={"ACL": "private"})
    assert bucket.get_object_parameters(path) == {"ACL": "private", "CacheControl": said}


@pytest.mark.django_db
def test_what_is_not_there_is_not_kept(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    assert "max-age=3" not in client.get("/media/web_images/a.webp").get("Cache-Control", "")

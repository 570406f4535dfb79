"""A shop with pictures of an older version is brought up to date."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest

from tests import databases

OLD = (
    "INSERT INTO media_picture (title, file, description, width, height, created_at,"
    " file_hash, dominant_colour, sizes, collection_id)"
    " SELECT 'Old', 'old.webp', '', 4, 5, now(), '', 'red', '[]', min(id)"
    " FROM wagtailcore_collection"
)
pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def owner() -> Iterator[str]:
    """A database of its own, by its owner's address."""
    name = f"fx_upgrade_{os.getpid()}"
    databases.clone(name)
    yield databases.url_of(name, os.environ["DATABASE_OWNER_URL"])
    databases.drop(name)


def migrate(owner: str, to: str = "") -> None:
    command = [sys.executable, "manage.py", "migrate", "media", *([to] if to else []), "--noinput"]
    where = {**os.environ, "DATABASE_URL": owner, "DATABASE_OWNER_URL": owner}
    done = subprocess.run(
        command, cwd=databases.ROOT, env=where, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_pictures_of_before_wait_to_be_encoded_and_lose_what_is_no_colour(owner: str) -> None:
    migrate(owner, "0001")
    with psycopg.connect(owner) as older:
        older.execute(OLD)
    migrate(owner)
    with psycopg.connect(owner) as newer:
        [(colour, waits)] = newer.execute(
            "SELECT dominant_colour, encode_due_at IS NOT NULL FROM media_picture"
        ).fetchall()
    assert (colour, waits) == ("", True)

from collections.abc import Iterator
from pathlib import Path

import pytest

from fashionistar import servers
from fashionistar.servers import Addresses
from fashionistar.servers.places import Places


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("checkout")
    yield folder
    for profile in ("demo", "test"):
        servers.delete(profile, checkout=folder)


@pytest.fixture
def running(checkout: Path) -> Addresses:
    return servers.ensure("demo", checkout=checkout)


@pytest.fixture
def places(checkout: Path) -> Places:
    return Places("demo", checkout)

"""Tests in two processes at once keep out of each other's Valkey."""

import pytest

from tests.workers import apart, numbered


@pytest.mark.parametrize(
    ("address", "third"),
    [
        ("redis+socket:///run/b.sock?virtual_host=0", "redis+socket:///run/b.sock?virtual_host=3"),
        ("unix:///run/cache.sock?db=0", "unix:///run/cache.sock?db=3"),
        ("redis://u:p@localhost:6379/0", "redis://u:p@localhost:6379/3"),
        ("rediss://cache:6380/12?ssl_cert_reqs=none", "rediss://cache:6380/3?ssl_cert_reqs=none"),
        ("redis://localhost:6379/", "redis://localhost:6379/3"),
    ],
)
def test_an_address_names_another_database(address: str, third: str) -> None:
    assert numbered(address, 3) == third


def test_each_process_has_databases_of_its_own() -> None:
    given = {"REDIS_URL": "redis://r/0", "CACHE_URL": "redis://r/1"}
    first, second = dict(given), dict(given)
    apart("gw0", first)
    apart("gw1", second)
    assert first == {"REDIS_URL": "redis://r/1", "CACHE_URL": "redis://r/1"}
    assert second["REDIS_URL"] == "redis://r/2"


def test_an_address_without_a_database_is_refused() -> None:
    with pytest.raises(ValueError, match="must name its database"):
        numbered("unix:///run/cache.sock", 1)

import pytest

from fashionistar.servers import Addresses
from fashionistar.servers.exceptions import UnsupportedServer
from fashionistar.servers.versions import (
    refuse_old_postgres,
    refuse_old_redis,
    require_postgres,
    require_redis,
    require_supported,
)


def test_the_embedded_servers_are_new_enough(running: Addresses) -> None:
    require_supported({"DATABASE_URL": running.database_url, "REDIS_URL": running.broker_url})


@pytest.mark.parametrize("version", [9, 13, 14])
def test_an_old_postgres_is_refused(version: int) -> None:
    with pytest.raises(UnsupportedServer, match=f"PostgreSQL {version} is too old"):
        refuse_old_postgres(version)


@pytest.mark.parametrize("version", ["5.0.14", "6.2.16"])
def test_an_old_redis_is_refused(version: str) -> None:
    with pytest.raises(UnsupportedServer, match=f"Redis {version} is too old"):
        refuse_old_redis(version)


@pytest.mark.parametrize("version", ["7.0.15", "10.1.0"])
def test_a_new_redis_is_taken(version: str) -> None:
    refuse_old_redis(version)


def test_an_unreachable_server_is_told() -> None:
    with pytest.raises(UnsupportedServer, match="DATABASE_URL cannot be reached"):
        require_postgres("postgres://u@127.0.0.1:1/db")
    with pytest.raises(UnsupportedServer, match="REDIS_URL cannot be reached"):
        require_redis("redis://127.0.0.1:1/0")

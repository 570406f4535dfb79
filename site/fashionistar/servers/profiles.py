"""How the two sets of servers differ: the demo's are durable, the tests' are fast."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Profile:
    """The settings of the servers of one profile."""

    name: str
    postgres: dict[str, str]
    broker: dict[str, str]
    cache: dict[str, str] = field(
        default_factory=lambda: {
            "save": '""',
            "appendonly": "no",
            "maxmemory": "256mb",
            "maxmemory-policy": "allkeys-lru",
        }
    )
    app_may_truncate: bool = False


COMMON = {"listen_addresses": "", "unix_socket_permissions": "0700", "timezone": "UTC"}

PROFILES = {
    "demo": Profile(
        name="demo",
        postgres=COMMON | {"max_connections": "100"},
        broker={
            "save": '""',
            "appendonly": "yes",
            "appendfsync": "everysec",
            "maxmemory-policy": "noeviction",
        },
    ),
    "test": Profile(
        name="test",
        postgres=COMMON
        | {
            "max_connections": "300",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "max_wal_size": "2GB",
            "autovacuum_naptime": "10min",
        },
        broker={"save": '""', "appendonly": "yes", "maxmemory-policy": "noeviction"},
        app_may_truncate=True,
    ),
}

"""The oldest servers we work with: PostgreSQL 15, Redis 7 or any Valkey."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from fashionistar.servers.exceptions import UnsupportedServer

OLDEST_POSTGRES = 15
OLDEST_REDIS = 7


def require_supported(
    variables: Mapping[str, str], *, embedded: frozenset[str] = frozenset()
) -> None:
    """Ask the given servers for their versions; embedded ones are known to be right.

    :raises UnsupportedServer: when one is too old or cannot be reached.
    """
    if "postgres" not in embedded and variables.get("DATABASE_URL"):
        require_postgres(variables["DATABASE_URL"])
    if "broker" not in embedded and variables.get("REDIS_URL"):
        require_redis(variables["REDIS_URL"])


def require_postgres(url: str) -> None:
    """Refuse a PostgreSQL older than 15.

    :raises UnsupportedServer: also when it cannot be reached.
    """
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version // 10_000
    except psycopg.OperationalError as error:
        raise UnsupportedServer(f"DATABASE_URL cannot be reached: {str(error).strip()}") from error
    refuse_old_postgres(version)


def refuse_old_postgres(version: int) -> None:
    """Refuse a major version of PostgreSQL below 15.

    :raises UnsupportedServer: with a sentence that says so.
    """
    if version < OLDEST_POSTGRES:
        raise UnsupportedServer(
            f"PostgreSQL {version} is too old: Fashionistar needs PostgreSQL {OLDEST_POSTGRES} "
            "or newer."
        )


def require_redis(url: str) -> None:
    """Refuse a Redis older than 7.

    :raises UnsupportedServer: also when it cannot be reached.
    """
    import redis

    try:
        with redis.Redis.from_url(redis_py_url(url), socket_connect_timeout=10) as client:
            version = str(client.info("server")["redis_version"])
    except redis.RedisError as error:
        raise UnsupportedServer(f"REDIS_URL cannot be reached: {error}") from error
    refuse_old_redis(version)


def refuse_old_redis(version: str) -> None:
    """Refuse a version of Redis below 7; Valkey calls itself 7.2 here.

    :raises UnsupportedServer: with a sentence that says so.
    """
    if int(version.partition(".")[0]) < OLDEST_REDIS:
        raise UnsupportedServer(
            f"Redis {version} is too old: Fashionistar needs Redis {OLDEST_REDIS} or newer, "
            "or Valkey."
        )


def redis_py_url(url: str) -> str:
    """Answer Celery's spelling of a socket URL as redis-py spells it; others unchanged."""
    parts = urlsplit(url)
    if parts.scheme not in {"redis+socket", "socket"}:
        return url
    return f"unix://{parts.path}?{parts.query.replace('virtual_host=', 'db=')}"

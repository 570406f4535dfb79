"""Tests in two processes at once: each has a Valkey database of its own."""

import re
from collections.abc import MutableMapping

_NUMBER = re.compile(r"((?:[?&](?:db|virtual_host)=)|(?:^rediss?://[^/?]+/))\d*")


def apart(worker: str, variables: MutableMapping[str, str]) -> None:
    """Point `worker` ("gw0", "gw1", ...) at the databases after the first, one each.

    :raises ValueError: for an address that names no database, which two processes would share.
    """
    number = int(worker.removeprefix("gw")) + 1
    for name in ("REDIS_URL", "CACHE_URL"):
        if name in variables:
            variables[name] = numbered(variables[name], number)


def numbered(url: str, number: int) -> str:
    """Answer the address `url` of a Redis server with its database replaced by `number`."""
    answer, count = _NUMBER.subn(rf"\g<1>{number}", url, count=1)
    if not count:
        raise ValueError("The address of Redis must name its database, as in redis://host:6379/0.")
    return answer

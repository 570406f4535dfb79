"""The app role's address on platforms that hand out one database address, the owner's.

``python -m fashionistar.servers.derivation`` prints it from ``DATABASE_OWNER_URL`` and
``DATABASE_APP_PASSWORD``.
"""

import os
import sys
from urllib.parse import quote, urlsplit, urlunsplit

from fashionistar.servers.places import APP


def app_url(owner_url: str, password: str) -> str:
    """Answer `owner_url` with the app role and `password` in place of the owner's."""
    parts = urlsplit(owner_url)
    address = parts.netloc.rpartition("@")[2]
    credentials = f"{APP}:{quote(password, safe='')}"
    return urlunsplit(parts._replace(netloc=f"{credentials}@{address}"))


if __name__ == "__main__":
    sys.stdout.write(app_url(os.environ["DATABASE_OWNER_URL"], os.environ["DATABASE_APP_PASSWORD"]))

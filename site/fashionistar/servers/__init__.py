"""The embedded PostgreSQL and Valkey of a checkout: real servers from wheels, on sockets only.

``ensure(profile)``
    start what is down, leave it running until ``stop(profile)``, and answer its ``Addresses``.
``temporarily(profile)``
    a context manager: the servers run inside it; the last one out stops what nobody keeps.
``addresses(profile)``
    the ``Addresses`` of servers that answer right now, else ``None``. Starts nothing.
``stop(profile)``, ``delete(profile)``
    stop the servers; stop them and delete their data.

Profiles: ``demo`` keeps its data durably; ``test`` is a separate, faster, non-durable set.
Everything lies under ``var/<profile>`` of the checkout; as root the PostgreSQL part lies under
``/var/lib/fashionistar``, because the postmaster refuses root and runs as the user ``pgserver``.

``Addresses``
    ``database_url`` (role ``fashionistar_app``), ``database_owner_url`` (``fashionistar_owner``):
    ``postgres://role@/fashionistar?host=/socket/folder``, read by libpq and by django-environ,
    which puts the folder in ``OPTIONS["host"]``.
    ``broker_url``: ``redis+socket:///path?virtual_host=0``, for Celery.
    ``cache_url``: ``unix:///path?db=0``, for Django's cache and redis-py.
"""

from fashionistar.servers.exceptions import ServerTrouble
from fashionistar.servers.lifecycle import addresses, delete, ensure, stop, temporarily
from fashionistar.servers.places import Addresses

__all__ = ["Addresses", "ServerTrouble", "addresses", "delete", "ensure", "stop", "temporarily"]

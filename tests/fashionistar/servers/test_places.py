import environ
import psycopg
import redis
from kombu import Connection

from fashionistar.servers import Addresses
from fashionistar.servers.places import Places
from fashionistar.servers.versions import redis_py_url


def test_django_environ_finds_the_socket_folder(running: Addresses, places: Places) -> None:
    parsed = environ.Env.db_url_config(running.database_url)
    assert parsed["ENGINE"] == "django.db.backends.postgresql"
    assert (parsed["USER"], parsed["NAME"]) == ("fashionistar_app", "fashionistar")
    assert parsed["OPTIONS"] == {"host": str(places.postgres_sockets)}


def test_libpq_reads_the_database_url(running: Addresses) -> None:
    with psycopg.connect(running.database_url) as app:
        assert app.info.user == "fashionistar_app"


def test_celery_carries_a_message_over_the_broker_url(running: Addresses) -> None:
    with Connection(running.broker_url) as connection, connection.SimpleQueue("urls") as queue:
        queue.put({"hello": "there"})
        message = queue.get(timeout=60)
        message.ack()
    assert message.payload == {"hello": "there"}


def test_redis_py_reads_the_cache_url(running: Addresses) -> None:
    assert redis.Redis.from_url(running.cache_url).ping()


def test_redis_py_reads_the_translated_broker_url(running: Addresses) -> None:
    assert redis.Redis.from_url(redis_py_url(running.broker_url)).ping()
    assert redis_py_url("redis://host:6379/0") == "redis://host:6379/0"

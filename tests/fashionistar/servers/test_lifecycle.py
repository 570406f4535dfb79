import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import redis

from fashionistar import servers
from fashionistar.servers import Addresses
from fashionistar.servers.places import CHECKOUT, PARTS, Places
from fashionistar.servers.postgres import SYSTEM_USER, Postgres, accepts
from fashionistar.servers.processes import Process, wait_until
from fashionistar.servers.valkey import Valkey

READY = "database system is ready to accept connections"


def postgres(places: Places) -> Postgres:
    return Postgres(places, {})


def valkey(places: Places, name: str = "broker") -> Valkey:
    return Valkey(places, name, {})


def client(addresses: Addresses, places: Places, name: str = "broker") -> redis.Redis:
    return redis.Redis.from_url(f"unix://{places.valkey_socket(name)}", decode_responses=True)


def postmaster(places: Places) -> Process:
    found = postgres(places).postmaster()
    assert found
    return found


def test_a_second_ensure_starts_nothing(running: Addresses, checkout: Path, places: Places) -> None:
    before = postmaster(places), valkey(places).process()
    assert servers.ensure("demo", checkout=checkout) == running
    assert (postmaster(places), valkey(places).process()) == before


def test_addresses_answers_only_while_everything_is_up(running: Addresses, checkout: Path) -> None:
    assert servers.addresses("demo", checkout=checkout) == running
    servers.stop("demo", checkout=checkout)
    assert servers.addresses("demo", checkout=checkout) is None


def test_stop_leaves_no_process(running: Addresses, checkout: Path, places: Places) -> None:
    processes = [postmaster(places), valkey(places).process(), valkey(places, "cache").process()]
    servers.stop("demo", checkout=checkout)
    assert not any(process is None or process.is_alive() for process in processes)


def test_rows_survive_a_killed_postmaster(
    running: Addresses, checkout: Path, places: Places
) -> None:
    with psycopg.connect(running.database_owner_url) as owner:
        owner.execute("DROP TABLE IF EXISTS kept")
        owner.execute("CREATE TABLE kept AS SELECT * FROM generate_series(1, 500)")
    victim = postmaster(places)
    os.kill(victim.pid, signal.SIGKILL)
    assert wait_until(lambda: not victim.is_alive(), timeout=60)
    servers.ensure("demo", checkout=checkout)
    with psycopg.connect(running.database_url) as app:
        assert app.execute("SELECT count(*) FROM kept").fetchone() == (500,)


def test_a_checkout_made_anew_in_the_same_folder_begins_with_nothing(
    running: Addresses, checkout: Path, places: Places
) -> None:
    with psycopg.connect(running.database_owner_url) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS of_the_first (id int)")
    servers.ensure("demo", checkout=checkout)
    found = "SELECT to_regclass('of_the_first')"
    with psycopg.connect(running.database_owner_url) as owner:
        assert owner.execute(found).fetchone() != (None,)
    servers.stop("demo", checkout=checkout)
    shutil.rmtree(places.home)
    servers.ensure("demo", checkout=checkout)
    with psycopg.connect(running.database_owner_url) as owner:
        assert owner.execute(found).fetchone() == (None,)


def test_messages_survive_a_killed_broker(
    running: Addresses, checkout: Path, places: Places
) -> None:
    broker = client(running, places)
    broker.delete("queue")
    broker.rpush("queue", *range(100))
    victim = valkey(places).process()
    assert victim
    os.kill(victim.pid, signal.SIGKILL)
    assert wait_until(lambda: not victim.is_alive(), timeout=60)
    servers.ensure("demo", checkout=checkout)
    assert client(running, places).llen("queue") == 100


def test_a_stale_pid_file_and_socket_do_not_hinder_a_start(
    running: Addresses, checkout: Path, places: Places
) -> None:
    pid_file = places.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    servers.stop("demo", checkout=checkout)
    stranger = sleeper(as_system_user=os.geteuid() == 0)
    try:
        pid_file.write_text("\n".join([str(stranger.pid), *lines[1:]]) + "\n")
        lock = places.postgres_sockets / ".s.PGSQL.5432.lock"
        lock.write_text("\n".join([str(stranger.pid), *lines[1:5]]) + "\n")
        for path in (places.postgres_socket, places.valkey_socket("broker")):
            path.touch()
        (places.home / "broker" / "valkey.pid").write_text(f"{stranger.pid}\n")
        servers.ensure("demo", checkout=checkout)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_no_folder_above_the_data_changes_its_mode(checkout: Path, places: Places) -> None:
    servers.delete("demo", checkout=checkout)
    for folder in (places.home, places.private):
        folder.mkdir(parents=True, exist_ok=True)
    watched = {path: path.stat().st_mode for path in (*places.home.parents, *places.data.parents)}
    checkout.chmod(0o700)
    watched[checkout] = checkout.stat().st_mode
    servers.ensure("demo", checkout=checkout)
    assert {path: path.stat().st_mode for path in watched} == watched


def test_the_sockets_are_closed_to_other_users(running: Addresses, places: Places) -> None:
    assert places.postgres_sockets.stat().st_mode & 0o077 == 0
    assert places.valkey_sockets.stat().st_mode & 0o077 == 0


def test_the_servers_listen_on_no_port(running: Addresses, places: Places) -> None:
    with psycopg.connect(running.database_url) as app:
        assert app.execute("SHOW listen_addresses").fetchone() == ("",)
    assert client(running, places).config_get("port") == {"port": "0"}


def test_the_broker_never_evicts_and_the_cache_does(running: Addresses, places: Places) -> None:
    broker, cache = client(running, places), client(running, places, "cache")
    assert broker.config_get("maxmemory-policy", "appendonly") == {
        "maxmemory-policy": "noeviction",
        "appendonly": "yes",
    }
    assert cache.config_get("maxmemory-policy", "maxmemory", "appendonly") == {
        "maxmemory-policy": "allkeys-lru",
        "maxmemory": str(256 * 1024 * 1024),
        "appendonly": "no",
    }


def test_temporary_servers_stop_with_their_block(checkout: Path, places: Places) -> None:
    servers.stop("demo", checkout=checkout)
    with servers.temporarily("demo", checkout=checkout):
        assert servers.addresses("demo", checkout=checkout)
    assert not accepts(places.postgres_socket)


def test_temporary_use_leaves_kept_servers_up(running: Addresses, checkout: Path) -> None:
    with servers.temporarily("demo", checkout=checkout):
        pass
    assert servers.addresses("demo", checkout=checkout)


def test_the_last_of_two_holders_stops_the_servers(checkout: Path, places: Places) -> None:
    servers.stop("demo", checkout=checkout)
    with servers.temporarily("demo", checkout=checkout):
        with servers.temporarily("demo", checkout=checkout):
            pass
        assert servers.addresses("demo", checkout=checkout)
    assert not accepts(places.postgres_socket)


def test_a_dead_holder_does_not_keep_the_servers_up(checkout: Path, places: Places) -> None:
    servers.stop("demo", checkout=checkout)
    holder = python(
        "import os; from pathlib import Path; from fashionistar import servers\n"
        f"with servers.temporarily('demo', checkout=Path({str(checkout)!r})): os._exit(9)"
    )
    assert holder.wait() == 9
    assert servers.addresses("demo", checkout=checkout)
    with servers.temporarily("demo", checkout=checkout):
        pass
    assert not accepts(places.postgres_socket)


def test_two_starters_at_once_start_one_set(checkout: Path, places: Places) -> None:
    servers.stop("demo", checkout=checkout)
    started = postgres(places).log.read_text().count(READY)
    code = (
        "from pathlib import Path; from fashionistar import servers\n"
        f"servers.ensure('demo', checkout=Path({str(checkout)!r}))"
    )
    starters = [python(code) for _ in range(3)]
    assert [starter.wait() for starter in starters] == [0, 0, 0]
    assert servers.addresses("demo", checkout=checkout)
    assert postgres(places).log.read_text().count(READY) == started + 1


def test_the_two_profiles_share_nothing(running: Addresses, checkout: Path) -> None:
    with servers.temporarily("test", checkout=checkout) as tests:
        assert not set(vars_of(tests)) & set(vars_of(running))
        with psycopg.connect(tests.database_url) as app:
            assert app.execute("SHOW fsync").fetchone() == ("off",)
    with psycopg.connect(running.database_url) as app:
        assert app.execute("SHOW fsync").fetchone() == ("on",)


def test_a_single_part_can_be_had_alone(checkout: Path, places: Places) -> None:
    servers.stop("demo", checkout=checkout)
    with servers.temporarily("demo", checkout=checkout, parts=PARTS - {"postgres"}):
        assert valkey(places).is_up()
        assert not accepts(places.postgres_socket)


def test_a_long_checkout_path_gets_short_sockets(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 100)
    with servers.temporarily("demo", checkout=deep, parts=PARTS - {"postgres"}):
        found = Places("demo", deep)
        assert len(str(found.valkey_socket("broker"))) <= 107
    servers.delete("demo", checkout=deep)
    found.valkey_sockets.rmdir()


def vars_of(addresses: Addresses) -> list[str]:
    return [
        addresses.database_url,
        addresses.database_owner_url,
        addresses.broker_url,
        addresses.cache_url,
    ]


def python(code: str) -> subprocess.Popen[bytes]:
    path = f"{CHECKOUT}{os.pathsep}{CHECKOUT / 'site'}"
    return subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path})


def sleeper(*, as_system_user: bool) -> subprocess.Popen[bytes]:
    user = {"user": SYSTEM_USER} if as_system_user else {}
    return subprocess.Popen(["sleep", "60"], cwd="/", **user)  # type: ignore[call-overload]

"""A served shop for every module of flows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from commerce.order.selectors import invariants
from tests.flows import serving


class Shop(NamedTuple):
    """Where the shop is served and the database behind it."""

    base: str
    database: str


@pytest.fixture(scope="module")
def shop(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shop]:
    """Serve a fresh shop; the test process works in its database."""
    log = tmp_path_factory.mktemp("shop") / "web.log"
    with (
        django_db_blocker.unblock(),
        serving.database() as name,
        serving.served(name, log) as base,
    ):
        yield Shop(base, name)


@pytest.fixture
def careless_shop(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Shop]:
    """Serve a shop with the stock guard off and the constraint behind it gone."""
    with django_db_blocker.unblock(), serving.database() as name:
        serving.drop_constraint(
            name, table="partner_stockrecord", constraint="stock_never_oversold"
        )
        with serving.served(name, tmp_path / "web.log", STOCK_GUARD_OFF="true") as base:
            yield Shop(base, name)


@pytest.fixture(autouse=True)
def books(request: pytest.FixtureRequest) -> Iterator[None]:
    """See after every test in a shop that its books add up; in the careless one stock may not."""
    served = {"shop", "careless_shop"} & set(request.fixturenames)
    for name in served:
        request.getfixturevalue(name)
    yield
    if "shop" in served:
        assert invariants.faults() == []
    if "careless_shop" in served:
        assert {each.invariant for each in invariants.faults()} == {"I1 stock"}

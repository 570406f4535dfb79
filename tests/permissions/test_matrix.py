"""Every route × method × role answers as the committed table says; a new route needs its row.

`FASHIONISTAR_MATRIX=write make test ARGS=tests/permissions` writes the table anew: read its diff
as you would read code.
"""

import json
import os
from pathlib import Path

import pytest

from tests.flows.conftest import Shop
from tests.flows.conftest import shop as shop
from tests.permissions.people import FEW, ROLES, Stand
from tests.permissions.routes import Route, all_routes

TABLE = Path(__file__).with_name("matrix.json")
Cells = dict[str, dict[str, int]]
SKIPPED = ("logout", "failwhale")
NOT_READY = "GET /readyz"
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def stand(shop: Shop) -> Stand:
    return Stand(shop.base)


def expected() -> Cells:
    found: Cells = json.loads(TABLE.read_text()) if TABLE.exists() else {}
    return found


def knocked(stand: Stand, route: Route) -> Cells:
    path = route.filled(stand.values)
    methods = route.methods if route.is_ours else ("GET",)
    # What deletes goes last, so that what is ours is still there for who knocks before.
    roles = [role for role in reversed(ROLES) if route.is_ours or role in FEW]
    cells: Cells = {}
    for method in methods:
        statuses = {
            role: stand.callers[role].knock(method, path).status_code for role in reversed(roles)
        }
        cells[f"{method} {route.path}"] = statuses
    return cells


def walked() -> list[Route]:
    return [route for route in all_routes() if not any(word in route.path for word in SKIPPED)]


def test_every_route_has_its_row() -> None:
    rows = {key.split(" ", 1)[1] for key in expected()}
    assert {route.path for route in walked()} == rows


def test_every_cell_is_as_agreed(stand: Stand) -> None:
    found: Cells = {}
    for route in walked():
        found |= knocked(stand, route)
    if os.environ.get("FASHIONISTAR_MATRIX") == "write":
        lines = (f"{json.dumps(key)}: {json.dumps(found[key])}" for key in sorted(found))
        TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    assert found
    assert [
        f"{key}: {found[key]}"
        for key in found
        if max(found[key].values()) >= 500 and key != NOT_READY
    ] == []
    agreed = expected()
    assert {
        key: (cells, agreed.get(key)) for key, cells in found.items() if cells != agreed.get(key)
    } == {}


def test_a_stranger_and_a_rival_see_nothing_of_what_is_not_theirs(stand: Stand) -> None:
    own = {"{number}": "shopper_a", "{basket_id}": "shopper_a", "{order_id}": "vendor_a"}
    for key, cells in expected().items():
        for place, owner in own.items():
            rival = owner.replace("_a", "_b")
            if place in key and key.startswith("GET /api/v1/") and "/admin/" not in key:
                assert cells[rival] in (401, 403, 404, 405), key
                assert cells["anonymous"] in (401, 403, 404, 405), key

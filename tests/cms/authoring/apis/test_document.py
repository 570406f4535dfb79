"""The operations of Wagtail's API are those that were looked at.

A new release of Wagtail may bring others: see who may use them and what they read before they are
written down in `operations.json`, with `FASHIONISTAR_OPERATIONS=write` set for this test.
"""

import json
import os
from pathlib import Path

from wagtail.api.v3.urls import api

from cms.authoring.apis.urls import Entered

TABLE = Path(__file__).with_name("operations.json")
METHODS = {"get", "post", "put", "patch", "delete"}


def operations() -> dict[str, str]:
    """Return the id of every operation by its method and path."""
    return {
        f"{method.upper()} {path}": operation["operationId"]
        for path, methods in api.get_openapi_schema(path_prefix="/api/cms/v3/")["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    }


def test_the_operations_are_those_that_were_looked_at() -> None:
    found = operations()
    if os.environ.get("FASHIONISTAR_OPERATIONS") == "write":
        TABLE.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
    assert len(found) > 50
    assert found == json.loads(TABLE.read_text()), "Wagtail's API has changed: read how."


def test_every_operation_asks_our_door_who_is_calling() -> None:
    asked = [
        operation.auth_callbacks
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    ]
    assert len(asked) > 50
    assert all([type(each) for each in callbacks] == [Entered] for callbacks in asked)

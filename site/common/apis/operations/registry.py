"""Every declared operation, for the merged OpenAPI document and for tests that walk the routes."""

from typing import TYPE_CHECKING, Any

from common.apis.operations.openapi import PROBLEM

if TYPE_CHECKING:
    from common.apis.operations.operation import Operation

_operations: dict[str, "Operation"] = {}


def register(operation: "Operation") -> None:
    """Remember an operation that has been given a route.

    :raises ValueError: when another one has the same operation_id.
    """
    known = _operations.setdefault(operation.operation_id, operation)
    if known.full_path != operation.full_path:
        raise ValueError(f"Two operations are called {operation.operation_id}.")


def operations() -> list["Operation"]:
    """Return all routed operations by path; load the URL configuration first."""
    return sorted(_operations.values(), key=lambda each: each.full_path)


def paths() -> dict[str, dict[str, Any]]:
    """Return the `paths` of OpenAPI."""
    return {each.full_path: {"get": each.openapi()} for each in operations()}


def components() -> dict[str, Any]:
    """Return the `components.schemas` that the paths refer to."""
    found: dict[str, Any] = {"Problem": PROBLEM}
    for each in operations():
        found |= each.components
    return found

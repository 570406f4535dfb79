"""Oscar's apps are forked, and what our own journeys replace is never called."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[2]
PACKAGES = ("commerce", "cms", "notifications", "site")
FORKED = (
    "address", "analytics", "basket", "catalogue", "checkout", "communication", "customer", "offer",
    "order", "partner", "payment", "reviews", "search", "shipping", "voucher", "wishlists",
)  # fmt: skip
REPLACED = {"OrderCreator", "OrderPlacementMixin", "Dispatcher"}
METHODS = {"allocate", "refund"}


def _files() -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def _names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.alias):
            yield node.name.rpartition(".")[2], node.lineno
        elif isinstance(node, ast.Constant) and node.value in REPLACED:
            yield str(node.value), node.lineno


def _calls_on_models(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield `.allocate(…)` and `.refund(…)` on stock records and payment sources."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on = ast.unparse(node.func.value).lower()
            if node.func.attr in METHODS and ("record" in on or "source" in on):
                yield f"{on}.{node.func.attr}", node.lineno


@pytest.mark.parametrize("label", FORKED)
def test_the_fork_is_what_is_installed(label: str) -> None:
    assert apps.get_app_config(label).name.startswith("commerce.")


def test_no_app_of_oscar_is_installed_beside_its_fork() -> None:
    installed = {config.name for config in apps.get_app_configs()}
    assert not {name for name in installed if name.startswith("oscar.apps.")}


def test_nothing_calls_what_our_journeys_replace() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in _files()
        for tree in [ast.parse(path.read_text())]
        for name, line in (
            *((name, line) for name, line in _names(tree) if name in REPLACED),
            *_calls_on_models(tree),
        )
    ]
    assert found == []

"""Every route there is, read from the URL resolver."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

OURS = ("cms.", "commerce.", "common.", "fashionistar.", "identity.", "notifications.")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True)
class Route:
    """A path with its places in braces, and the methods it declares."""

    path: str
    methods: tuple[str, ...]
    is_ours: bool

    def filled(self, values: dict[str, str]) -> str:
        """Return the path with its places filled; unknown places get a value that exists nowhere."""
        return re.sub(r"{(\w+)}", lambda m: values.get(m[1], "1"), self.path)


def all_routes() -> list[Route]:
    """Return every route, each once, by path."""
    found: dict[str, Route] = {}
    for template, callback in _walk(get_resolver().url_patterns, ""):
        path = _readable(template)
        if path not in found:
            found[path] = Route(path, _methods(callback), _module(callback).startswith(OURS))
    return [found[path] for path in sorted(found)]


def _walk(patterns: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for each in patterns:
        template = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, template)
        elif isinstance(each, URLPattern):
            yield template, each.callback


def _readable(template: str) -> str:
    path = _PLACE.sub(lambda m: f"{{{m[1] or m[2]}}}", template)
    for raw, plain in (("^", ""), ("$", ""), ("\\Z", ""), ("\\.", "."), ("\\-", "-"), ("/?", "/")):
        path = path.replace(raw, plain)
    return "/" + re.sub(r"\(\?:?|\)\??|\\", "", path)


def _module(callback: Any) -> str:
    operation = getattr(callback, "operation", None)
    if operation is not None:
        return str(operation.handler.__module__)
    owner = getattr(callback, "view_class", None) or getattr(callback, "cls", None) or callback
    return str(owner.__module__)


def _methods(callback: Any) -> tuple[str, ...]:
    if hasattr(callback, "operation"):
        return ("GET",)
    owner = getattr(callback, "view_class", None) or getattr(callback, "cls", None)
    if owner is None:
        return ("GET",)
    return tuple(method for method in METHODS if hasattr(owner, method.lower())) or ("GET",)

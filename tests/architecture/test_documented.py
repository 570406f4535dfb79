"""Every route of ours under /api/v1/ has an operation in the OpenAPI document."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, get_resolver
from django.urls.resolvers import URLResolver

from fashionistar import openapi

OURS = ("cms.", "commerce.", "common.", "fashionistar.", "identity.", "notifications.")
METHODS = ("get", "post", "put", "patch", "delete")


def _routes(patterns: list[Any], prefix: str = "/") -> Iterator[str]:
    for each in patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, path)
        elif isinstance(each, URLPattern) and _is_ours(each) and path.startswith("/api/v1/"):
            yield re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path)


def _is_ours(pattern: URLPattern) -> bool:
    return str(getattr(pattern.callback, "__module__", "")).startswith(OURS)


def _operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in openapi.build()["paths"].items():
        for method, each in methods.items():
            if method in METHODS:
                yield f"{method.upper()} {path}", each


def test_every_route_of_ours_is_documented() -> None:
    routes = set(_routes(get_resolver().url_patterns))
    assert routes
    assert routes - set(openapi.build()["paths"]) == set()


def test_every_operation_lists_429_and_problems() -> None:
    for name, each in _operations():
        assert "429" in each["responses"], name
        refusals = {key: body for key, body in each["responses"].items() if key >= "400"}
        for status, body in refusals.items():
            assert "application/problem+json" in body.get("content", {}), f"{name} {status}"


def test_operation_ids_are_unique() -> None:
    ids = [each["operationId"] for _, each in _operations()]
    assert len(ids) == len(set(ids))


def test_the_document_is_the_same_each_time() -> None:
    assert openapi.text() == openapi.text()

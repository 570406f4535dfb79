"""Answers held against the OpenAPI document: the status is listed, the body has that very shape."""

import copy
import functools
import re
from typing import Any

from jsonschema import Draft202012Validator

from fashionistar import openapi


def require(answer: Any, *, method: str, path: str) -> None:
    """Fail unless the answer is one the document promises for this operation."""
    operation = _operation(method.lower(), path.partition("?")[0])
    promised = operation["responses"].get(str(answer.status_code))
    assert promised is not None, f"{method} {path}: {answer.status_code} is not documented"
    if not answer.content:
        return
    kind = answer["Content-Type"].partition(";")[0]
    schema = {**promised["content"][kind]["schema"], "components": _document()["components"]}
    wrong = [each.message for each in Draft202012Validator(schema).iter_errors(answer.json())]
    assert wrong == [], f"{method} {path}: {wrong}"


def _operation(method: str, path: str) -> dict[str, Any]:
    for template, operations in _document()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            found: dict[str, Any] = operations[method]
            return found
    raise AssertionError(f"{path} is not documented")


@functools.cache
def _document() -> dict[str, Any]:
    found = copy.deepcopy(openapi.build())
    for name, schema in found["components"]["schemas"].items():
        if name != "Problem" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return found

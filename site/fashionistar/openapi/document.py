"""The document: what DRF declares, what the hot reads declare, and what may always be refused."""

from typing import Any

import orjson
from django.urls import include, path
from drf_spectacular.generators import SchemaGenerator

from common.apis.operations import registry
from common.apis.operations.openapi import PROBLEM

Schema = dict[str, Any]
ALWAYS = {
    400: "The body or a parameter cannot be understood",
    405: "No such method",
    406: "No such format",
    429: "Too many requests",
    503: "Not available for a moment",
}
WITH_BODY = {
    409: "The present state does not allow it",
    412: "It has changed since it was read",
    413: "The body is too large",
    415: "Send JSON",
    422: "A value was refused",
}
SIGNED_IN = {401: "Sign in first", 403: "Your role or your token does not allow it"}
NOT_FOUND = {404: "It does not exist, or it is not yours"}
REASONS = ALWAYS | WITH_BODY | SIGNED_IN | NOT_FOUND
METHODS = ("get", "post", "put", "patch", "delete")


def build() -> Schema:
    """Return the merged document, its paths and schemas in alphabetical order."""
    routes = [path("api/v1/", include("fashionistar.api"))]
    found: Schema = SchemaGenerator(patterns=routes).get_schema(request=None, public=True)
    for address, operations in found["paths"].items():
        for method, operation in operations.items():
            if method in METHODS:
                _add_refusals(operation, address, method)
    found["paths"] = _sorted(found["paths"] | registry.paths())
    components = found.setdefault("components", {})
    schemas = components.get("schemas", {}) | registry.components() | {"Problem": PROBLEM}
    components["schemas"] = _sorted(schemas)
    return found


def text() -> bytes:
    """Return the document as indented JSON with a newline at its end."""
    return orjson.dumps(build(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _add_refusals(operation: Schema, address: str, method: str) -> None:
    reasons = dict(ALWAYS)
    if any(operation.get("security", [])):
        reasons |= SIGNED_IN
    if "{" in address or "X-Vendor" in str(operation.get("parameters", "")):
        reasons |= NOT_FOUND
    if method != "get":
        reasons |= WITH_BODY
    responses = operation["responses"]
    if method == "get":
        responses["304"] = {"description": "Not modified since the ETag in If-None-Match"}
    for status, reason in reasons.items():
        responses.setdefault(str(status), _refusal(reason))
    for status, response in responses.items():
        if status >= "400" and "application/problem+json" not in response.get("content", {}):
            said = response["description"] if "content" in response else ""
            responses[status] = _refusal(said or REASONS.get(int(status), "Refused"))
    operation["responses"] = _sorted(responses)


def _refusal(reason: str) -> Schema:
    ref = {"$ref": "#/components/schemas/Problem"}
    return {"description": reason, "content": {"application/problem+json": {"schema": ref}}}


def _sorted(found: Schema) -> Schema:
    return {key: found[key] for key in sorted(found)}

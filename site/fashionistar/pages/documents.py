"""The API's own description: as JSON, and to read."""

from functools import lru_cache
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common.apis.operations import answers
from fashionistar import openapi

METHODS = ("get", "post", "put", "patch", "delete")


@require_safe
def openapi_json(request: HttpRequest) -> HttpResponse:
    """Answer the merged OpenAPI 3.1 document."""
    return answers.respond(request, answers.Answer(_text()), cache_control=answers.PUBLIC)


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Show every operation by tag, from the document itself."""
    document = openapi.build()
    operations = [
        _operation(path, method, each)
        for path, methods in document["paths"].items()
        for method, each in methods.items()
        if method in METHODS
    ]
    operations.sort(key=lambda each: (each["tag"], each["path"], METHODS.index(each["method"])))
    tags = [(tag, list(rows)) for tag, rows in groupby(operations, key=lambda each: each["tag"])]
    return render(request, "pages/docs.html", {"document": document["info"], "tags": tags})


@lru_cache(maxsize=1)
def _text() -> bytes:
    return openapi.text()


def _operation(path: str, method: str, found: dict[str, Any]) -> dict[str, Any]:
    body = found.get("requestBody", {}).get("content", {}).get("application/json", {})
    return {
        "id": found["operationId"],
        "tag": (found.get("tags") or ["Other"])[0],
        "path": path,
        "method": method,
        "summary": found.get("summary") or "",
        "description": found.get("description") or "",
        "parameters": found.get("parameters", []),
        "body": str(body.get("schema", {}).get("$ref", "")).rpartition("/")[2],
        "responses": [
            (status, each.get("description", "")) for status, each in found["responses"].items()
        ],
    }

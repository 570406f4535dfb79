"""What an operation says in the OpenAPI document."""

from typing import TYPE_CHECKING, Any

from common.apis.operations import answers

if TYPE_CHECKING:
    from common.apis.operations.operation import Operation

Schema = dict[str, Any]
PROBLEM: Schema = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "detail"],
                "properties": {
                    "pointer": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_REASONS = {
    400: "An unknown or invalid parameter",
    401: "The token is not good",
    404: "It does not exist",
    405: "No such method",
    429: "Too many requests",
    503: "Not available for a moment",
}


def operation_object(operation: "Operation") -> Schema:
    """Return the operation object of OpenAPI 3.1."""
    return {
        "operationId": operation.operation_id,
        "tags": [operation.tag],
        "summary": operation.summary,
        "parameters": [*map(_place, operation.places), *_query(operation), *_condition(operation)],
        "responses": _responses(operation),
        "security": [],
    }


def _is_kept(operation: "Operation") -> bool:
    """Return whether clients may keep the answer and ask whether it still holds."""
    return operation.cache_control != answers.NO_STORE


def _condition(operation: "Operation") -> list[Schema]:
    return [_CONDITION] if _is_kept(operation) else []


def _place(name: str) -> Schema:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    }


def _query(operation: "Operation") -> list[Schema]:
    return [each.openapi() for each in operation.parameters]


def _responses(operation: "Operation") -> Schema:
    ok = {
        "description": operation.summary,
        "headers": _HEADERS if _is_kept(operation) else _UNKEPT,
        "content": {"application/json": {"schema": operation.response}},
    }
    statuses = {400, 405, 429, 503, *operation.errors} | ({404} if operation.places else set())
    unchanged = {"304": {"description": "Not modified since the ETag in If-None-Match"}}
    return {
        "200": ok,
        **(unchanged if _is_kept(operation) else {}),
        **{str(each): _problem(each) for each in sorted(statuses)},
    }


def _problem(status: int) -> Schema:
    ref = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": _REASONS.get(status, "Refused"),
        "content": {"application/problem+json": {"schema": ref}},
    }


_CONDITION: Schema = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
}
_HEADERS: Schema = {
    name: {"schema": {"type": "string"}} for name in ("ETag", "Cache-Control", "Vary")
}
_UNKEPT: Schema = {name: each for name, each in _HEADERS.items() if name != "ETag"}

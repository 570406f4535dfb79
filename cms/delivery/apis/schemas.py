"""The shape of a page."""

from typing import Any

from cms.delivery.services.families import TYPES
from cms.delivery.services.values import CARE, WRITERS

_TEXT: dict[str, Any] = {"type": "string"}
_MOMENT: dict[str, Any] = {"type": ["string", "null"], "format": "date-time"}
_WAY: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["title", "path"],
        "properties": {"title": _TEXT, "path": _TEXT},
    },
}
_BLOCK: dict[str, Any] = {
    "type": "object",
    "required": ["type", "id", "value"],
    "properties": {
        "type": {"type": "string", "enum": sorted({*WRITERS, CARE})},
        "id": _TEXT,
        "value": {"type": "object"},
    },
}
PAGE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": _TEXT,
        "type": {"type": "string", "enum": list(TYPES)},
        "path": _TEXT,
        "title": _TEXT,
        "locale": _TEXT,
        "published_at": _MOMENT,
        "updated_at": _MOMENT,
        "seo": {
            "type": "object",
            "properties": {
                "title": _TEXT,
                "description": _TEXT,
                "canonical": _TEXT,
                "image": {"type": ["object", "null"]},
                "is_noindex": {"type": "boolean"},
            },
        },
        "breadcrumbs": _WAY,
        "children": _WAY,
        "body": {"type": "array", "items": _BLOCK},
        "alternates": {
            "type": "array",
            "items": {"type": "object", "properties": {"locale": _TEXT, "path": _TEXT}},
        },
        "articles": {"type": "array", "items": {"type": "object"}},
        **{
            name: {"type": ["object", "null"]}
            for name in (
                "collection", "lookbook", "journal", "article", "vendor", "size_guide", "policy",
                "product",
            )
        },
        "redirect": {
            "type": "object",
            "properties": {"to": _TEXT, "permanent": {"type": "boolean"}},
        },
    },
}  # fmt: skip

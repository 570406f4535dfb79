"""`GET /store/pages/`."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from cms.delivery.selectors import pages as selectors
from cms.delivery.services import pages as services
from common.apis.operations import Choice, Operation, Text, Values
from common.exceptions import InvalidParameter


def read_page(request: HttpRequest, values: Values) -> Any:
    """Return the page at a path, or where it moved."""
    path, locale = values["path"], values["locale"] or settings.LANGUAGE_CODE
    if not path.startswith("/"):
        raise InvalidParameter("path must start with a slash.")
    found = selectors.find(path=path if path.endswith("/") else f"{path}/", locale=locale)
    if isinstance(found, selectors.Moved):
        return {"redirect": {"to": found.to, "permanent": found.is_permanent}}
    return services.as_data(found, locale=locale, currency=values["currency"] or "")


PAGE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "type": {"type": "string", "enum": ["home", "page", "collection"]},
        "path": {"type": "string"},
        "title": {"type": "string"},
        "seo": {"type": "object"},
        "breadcrumbs": {"type": "array", "items": {"type": "object"}},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "value"],
                "properties": {
                    "type": {"type": "string"},
                    "id": {"type": "string"},
                    "value": {"type": "object"},
                },
            },
        },
        "locale": {"type": "string"},
        "alternates": {"type": "array", "items": {"type": "object"}},
        "children": {"type": "array", "items": {"type": "object"}},
        "redirect": {
            "type": "object",
            "properties": {"to": {"type": "string"}, "permanent": {"type": "boolean"}},
        },
    },
}

OPERATION = Operation(
    path="pages/",
    operation_id="store_page_read",
    tag="Pages",
    summary="The page at a path, its blocks resolved; a moved one is a redirect as data",
    handler=read_page,
    parameters=(
        Text(name="path", required=True, min_length=1, max_length=500),
        Choice(name="locale", choices=lambda: settings.SHOP_LOCALES),
        Choice(name="currency", choices=lambda: settings.SHOP_CURRENCIES),
    ),
    response=PAGE_SCHEMA,
    errors=(404,),
)

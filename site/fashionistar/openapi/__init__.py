"""One OpenAPI 3.1 document over every engine of the REST API."""

from fashionistar.openapi.document import build, text

__all__ = ["build", "text"]

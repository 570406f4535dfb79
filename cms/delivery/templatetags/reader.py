"""How the reader shows blocks."""

from typing import Any

from django import template

register = template.Library()


@register.filter(name="template")
def template_of(block: dict[str, Any]) -> str:
    """Return the template of a block."""
    return f"reader/blocks/{block['type']}.html"


@register.filter
def per_cent(fraction: float) -> str:
    """Return a fraction as CSS writes it."""
    return f"{fraction * 100:.2f}%"


@register.filter
def here(url: str, root: str) -> str:
    """Return a path of the shop as one of the reader; other addresses stay."""
    return f"{root}{url}" if url.startswith("/") else url

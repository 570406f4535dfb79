"""How the reader shows blocks."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

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


@register.filter
def linked(html: str, root: str) -> SafeString:
    """Return HTML that is clean already, its paths of the shop as those of the reader."""
    return mark_safe(html.replace('href="/', f'href="{root}/'))


@register.filter
def chosen(options: dict[str, str], code: str) -> str:
    """Return the value of an option of a variant."""
    return options.get(code, "")


@register.filter
def several(value: Any) -> str:
    """Return one value, or several with commas."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

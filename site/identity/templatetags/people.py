"""Who is looking, for templates that must be drawn without a database."""

from typing import Any

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def known_person(context: template.Context) -> Any:
    """Return the signed-in person if the request has read them already, else None."""
    person = getattr(context.get("request"), "_cached_user", None)
    return person if person is not None and person.is_authenticated else None

"""Categories by their path of names, made where they are missing."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify

from commerce.catalogue.models import Category
from commerce.catalogue.services import dictionary
from commerce.catalogue.services.memory import Memory


def at(path: Sequence[str], memory: Memory) -> list[Any]:
    """Return the category at the end of a path of names, or nothing for no path."""
    found = None
    for depth in range(1, len(path) + 1):
        found = _one(tuple(path[:depth]), found, memory)
    return [found] if found else []


def _one(path: tuple[str, ...], parent: Any, memory: Memory) -> Any:
    name = path[-1]
    return memory.get(("category", path), lambda: _found(name, parent) or _made(name, parent))


def _found(name: str, parent: Any) -> Any:
    rows = parent.get_children() if parent else Category.get_root_nodes()
    return rows.filter(name=name).first()


def _made(name: str, parent: Any) -> Any:
    dictionary.lock()
    if parent is not None:
        parent = Category.objects.get(pk=parent.pk)
    found = _found(name, parent)
    if found is not None:
        return found
    base = (f"{parent.slug}-{slugify(name)}" if parent else slugify(name))[:240]
    slug, number = base or "category", 2
    while Category.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    fields = {"name": name[:255], "slug": slug}
    return parent.add_child(**fields) if parent else Category.add_root(**fields)

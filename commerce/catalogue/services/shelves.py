"""Category paths of a run of imports: each looked up once, made where it is missing."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify

from commerce.catalogue.models import Category
from commerce.catalogue.services import dictionary

type Path = tuple[str, ...]


class Shelves:
    """The categories found so far; those made last count only once they are `kept`."""

    def __init__(self) -> None:
        self._known: dict[Path, Any] = {}
        self._fresh: dict[Path, Any] = {}

    def at(self, path: Sequence[str]) -> list[Any]:
        """Return the category at the end of a path of names, or nothing for no path."""
        found = None
        for depth in range(1, len(path) + 1):
            found = self._one(tuple(path[:depth]), found)
        return [found] if found else []

    def keep(self) -> None:
        """Remember what was made since: its transaction has committed."""
        self._known |= self._fresh
        self._fresh = {}

    def forget(self) -> None:
        """Forget what was made since: its transaction was rolled back."""
        self._fresh = {}

    def _one(self, path: Path, parent: Any) -> Any:
        known = self._known.get(path) or self._fresh.get(path)
        if known is None:
            known = self._fresh[path] = _found(path[-1], parent) or _made(path[-1], parent)
        return known


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

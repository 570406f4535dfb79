"""Lists made of several sections, read a page at a time in both directions, never by counting up to
a place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from common.apis.pagination import decode, encode
from common.exceptions import InvalidParameter


@dataclass(frozen=True)
class Part:
    """Rows of one section in their order, the keys of the first and last, and whether more follow
    in the direction that was asked for.

    A key may be missing at an end of the section: the next one is begun there.
    """

    rows: Sequence[Any]
    first: str = ""
    last: str = ""
    has_more: bool = False


Read = Callable[[str | None, int, bool], Part]


@dataclass(frozen=True)
class Section:
    """A named run of rows. `read(key, most, backwards)` gives those behind a key (before it when
    going backwards), at most so many; without a key it begins at its near end."""

    name: str
    read: Read


@dataclass(frozen=True)
class Spot:
    """A place between rows: behind the row with this key, or before it when going backwards."""

    section: str
    key: str
    backwards: bool = False

    def cursor(self, note: str = "") -> str:
        """Return the place, with a note, as an opaque cursor."""
        return encode("|".join(("b" if self.backwards else "f", self.section, note, self.key)))


@dataclass(frozen=True)
class Walked:
    """Rows by section, and the places after and before them."""

    rows: list[tuple[str, Any]]
    after: Spot | None
    before: Spot | None


def read_cursor(raw: str | None, sections: Sequence[str]) -> tuple[Spot | None, str]:
    """Return the place in a cursor and its note.

    :raises InvalidParameter: when it is none of this list.
    """
    if raw is None:
        return None, ""
    way, _, rest = decode(raw).partition("|")
    name, _, rest = rest.partition("|")
    note, bar, key = rest.partition("|")
    if way not in ("b", "f") or name not in sections or not bar:
        raise foreign_cursor()
    return Spot(name, key, backwards=way == "b"), note


def foreign_cursor() -> InvalidParameter:
    """Return the refusal of a cursor that is of another list."""
    return InvalidParameter("The cursor is not one of this list.")


def whole_number(raw: str, *, most: int = 2**63 - 1) -> int:
    """Return the number in a key.

    :raises InvalidParameter: when there is none from 0 to `most`.
    """
    if raw.isascii() and raw.isdecimal() and len(raw) < 20 and int(raw) <= most:
        return int(raw)
    raise foreign_cursor()


def walk(sections: Sequence[Section], spot: Spot | None, *, limit: int) -> Walked:
    """Return the next rows behind a spot, or before it, across the sections."""
    backwards = bool(spot and spot.backwards)
    parts, has_more = _parts(sections, spot, limit, backwards)
    rows = [(name, row) for name, part in parts for row in part.rows]
    if not rows:
        return Walked([], None, None)
    has_after = backwards or has_more
    has_before = has_more if backwards else spot is not None
    (first_name, first), (last_name, last) = parts[0], parts[-1]
    names = [each.name for each in sections]
    return Walked(
        rows,
        after=_spot(names, last_name, last.last, backwards=False) if has_after else None,
        before=_spot(names, first_name, first.first, backwards=True) if has_before else None,
    )


def _spot(names: list[str], name: str, key: str, *, backwards: bool) -> Spot | None:
    """Return the place at a key, or where there is none, at the near end of the next section."""
    if key:
        return Spot(name, key, backwards)
    following = names.index(name) + (-1 if backwards else 1)
    return Spot(names[following], "", backwards) if 0 <= following < len(names) else None


def _parts(
    sections: Sequence[Section], spot: Spot | None, limit: int, backwards: bool
) -> tuple[list[tuple[str, Part]], bool]:
    ordered = list(reversed(sections)) if backwards else list(sections)
    if spot is not None:
        begin = next(n for n, each in enumerate(ordered) if each.name == spot.section)
        ordered = ordered[begin:]
    key = (spot.key or None) if spot is not None else None
    parts: list[tuple[str, Part]] = []
    room, has_more = limit, False
    for section in ordered:
        part = section.read(key, max(room, 1), backwards)
        key = None
        if part.rows and not room:
            has_more = True
        elif part.rows:
            parts.append((section.name, part))
            room, has_more = room - len(part.rows), part.has_more
        if has_more:
            break
    return (parts[::-1] if backwards else parts), has_more

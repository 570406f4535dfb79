"""Redirects out of a file, row by row: what is wrong with one holds up no other."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import IntegrityError, transaction
from django.utils.text import Truncator
from wagtail.log_actions import log

from cms.navigation.forms import TAKEN, RowForm

# A cell that is longer would push the sentences off the screen.
LONGEST_TOLD = 80
NAMES = {"old_path": "From", "redirect_link": "To"}


def import_rows(
    *, rows: Iterable[Sequence[Any]], columns: tuple[int, int], is_permanent: bool, site: Any
) -> dict[str, Any]:
    """Write a redirect for each row, and return what came of it.

    `columns` are the places of where from and where to; without a site they are of all sites. The
    answer is `{"total", "successes", "errors_count", "errors"}`, an error being `[from, to,
    sentence]`. Empty rows are skipped.
    """
    shared = {"is_permanent": is_permanent, "site": getattr(site, "pk", None)}
    old, new = columns
    pairs = [(_cell(row, old), _cell(row, new)) for row in rows if any(map(_words, row))]
    errors = [
        [*(Truncator(each).chars(LONGEST_TOLD) for each in pair), wrong]
        for pair in pairs
        if (wrong := _written(*pair, shared))
    ]
    return {
        "total": len(pairs), "successes": len(pairs) - len(errors),
        "errors_count": len(errors), "errors": errors,
    }  # fmt: skip


def _cell(row: Sequence[Any], place: int) -> str:
    """Return what a cell says; a row may be shorter than the first."""
    return _words(row[place]) if place < len(row) else ""


def _words(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _written(old: str, new: str, shared: dict[str, Any]) -> str:
    """Write one redirect; return what is wrong with it, nothing where it was written."""
    form = RowForm({"old_path": old, "redirect_link": new, **shared})
    if not form.is_valid():
        return _said(form)
    try:
        with transaction.atomic():
            log(instance=form.save(), action="wagtail.create")
    except IntegrityError:
        return TAKEN
    return ""


def _said(form: RowForm) -> str:
    """Return every sentence, after the name of the column it is about."""
    fields = sorted(form.errors, key=lambda name: name == NON_FIELD_ERRORS)
    return " ".join(
        f"{NAMES[name]}: {said}" if name in NAMES else str(said)
        for name in fields
        for said in form.errors[name]
    )

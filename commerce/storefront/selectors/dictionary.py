"""Which option and attribute codes there are; a code once seen is remembered by the process."""

from django.db import connection

_known: set[str] = set()


def unknown(codes: set[str]) -> set[str]:
    """Return those of `option.<code>` and `attr.<code>` that no product can have."""
    strange = codes - _known
    if strange:
        _known.update(_existing(strange))
    return strange - _known


def forget() -> None:
    """Forget what has been seen."""
    _known.clear()


def _existing(codes: set[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 'option.' || code FROM catalogue_optiontype "
            "UNION SELECT 'attr.' || code FROM catalogue_productattribute"
        )
        return {row[0] for row in cursor.fetchall()} & codes

"""What production refuses to run on: a database role above the rules, and the demo's people."""

from collections.abc import Sequence
from typing import Any

import structlog
from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, connections

log = structlog.get_logger(__name__)
_ABOVE = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
_COUNT_DEMO = "SELECT count(*) AS c FROM identity_user WHERE is_demo AND is_active"


def complaints(database: Any = connection) -> list[str]:
    """Return a sentence for each thing that must not be so outside a demo."""
    with database.cursor() as cursor:
        cursor.execute(_ABOVE)
        is_above = bool(cursor.fetchone()[0])
        cursor.execute("SELECT to_regclass('identity_user') IS NOT NULL")
        has_people = bool(cursor.fetchone()[0])
        count = 0
        if has_people:
            cursor.execute(_COUNT_DEMO)
            count = int(cursor.fetchone()[0])
    found = []
    if is_above:
        found.append(
            "DATABASE_URL names a role that is a superuser or bypasses row security: web and "
            "workers run as an unprivileged one (bin/release makes it)."
        )
    if count:
        found.append(
            f"{count} of the demo's people can sign in with a password everybody knows: delete "
            "them, or start with an empty database."
        )
    return found


def require_fit() -> None:
    """Return where the database is fit for production, and in a demo without looking.

    A database that does not answer is let pass: readiness tells of it.

    :raises ImproperlyConfigured: with the first complaint.
    """
    if settings.DEMO:
        return
    try:
        found = complaints()
    except DatabaseError as error:
        log.warning("guards_not_checked", error=str(error))
        return
    finally:
        connection.close()
    if found:
        raise ImproperlyConfigured(found[0])


@checks.register(checks.Tags.database)
def check_database(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return the complaints as errors of `manage.py check --database default`.

    The owner, who migrates, is looked at too: no role of ours is above the rules.
    """
    if settings.DEMO or "default" not in (databases or ()):
        return []
    found = complaints(connections["default"])
    return [checks.Error(each, id=f"fashionistar.E{n:03}") for n, each in enumerate(found, 1)]


@checks.register(checks.Tags.files, deploy=True)
def check_media(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Return a warning where nothing says that web and workers share what is uploaded."""
    if settings.DEMO or settings.MEDIA_IS_SHARED:
        return []
    return [
        checks.Warning(
            "Uploads are kept on the disk of this machine: workers elsewhere do not see them.",
            hint="Name buckets (MEDIA_BUCKET …), or the folder that they share (MEDIA_ROOT).",
            id="fashionistar.W001",
        )
    ]

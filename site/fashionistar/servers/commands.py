"""Management commands: which role they take and which servers they need."""

import os
import sys

from fashionistar.servers.environment import provided
from fashionistar.servers.exceptions import ServerTrouble
from fashionistar.servers.versions import require_supported

OWNER_COMMANDS = frozenset(
    {
        "createcachetable",
        "flush",
        "makemigrations",
        "migrate",
        "optimizemigration",
        "pgtrigger",
        "showmigrations",
        "sqlflush",
        "sqlmigrate",
        "sqlsequencereset",
        "squashmigrations",
    }
)
OFFLINE_COMMANDS = frozenset(
    {"", "collectstatic", "compilemessages", "diffsettings", "help", "makemessages", "version"}
)


def run(arguments: list[str]) -> int:
    """Run the management command in `arguments`; answer its exit status."""
    command = next((word for word in arguments[1:] if not word.startswith("-")), "")
    if command in OWNER_COMMANDS:
        os.environ.setdefault("DATABASE_ROLE", "owner")
    try:
        with provided(start=command not in OFFLINE_COMMANDS) as embedded:
            if command == "migrate":
                require_supported(os.environ, embedded=embedded)
            return _execute(arguments)
    except ServerTrouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1


def _execute(arguments: list[str]) -> int:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(arguments)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0

"""Write the OpenAPI document into the tree, or compare."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fashionistar import openapi
from fashionistar.settings.env import ROOT

FILE = ROOT / "docs" / "api" / "openapi.json"


class Command(BaseCommand):
    """`manage.py openapi` writes docs/api/openapi.json; `--check` compares it."""

    help = "Write docs/api/openapi.json, or compare it with --check."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare `--check`."""
        parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Write or compare."""
        fresh = openapi.text()
        if check and (not FILE.exists() or FILE.read_bytes() != fresh):
            raise CommandError("docs/api/openapi.json is stale: run `manage.py openapi`.")
        if not check:
            FILE.parent.mkdir(parents=True, exist_ok=True)
            FILE.write_bytes(fresh)
        self.stdout.write(f"{FILE.relative_to(ROOT)}: {len(fresh) // 1024} kB")

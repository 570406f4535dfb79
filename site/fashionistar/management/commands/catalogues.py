"""Compile the words of our pages in other languages."""

from pathlib import Path
from typing import Any

import polib
from django.core.management.base import BaseCommand, CommandError, CommandParser

ROOT = Path(__file__).resolve().parents[4]
ROOTS = ("site", "cms", "commerce", "notifications")


class Command(BaseCommand):
    """`manage.py catalogues [--check]`: no gettext is needed on the machine."""

    help = "Compile every .po file of the project into the .mo file beside it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare whether to look only."""
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; fail where a .mo file is old"
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Compile them, or name those that are to be compiled.

        :raises CommandError: when one is old and only looked at.
        """
        old = [each for each in _sources() if _compiled(each) != _stored(each)]
        if check and old:
            raise CommandError(f"Run `manage.py catalogues`: {', '.join(map(_named, old))}")
        for each in old:
            each.with_suffix(".mo").write_bytes(_compiled(each))
            self.stdout.write(f"{_named(each)} compiled")


def _sources() -> list[Path]:
    found = ((ROOT / root).glob("**/locale/*/LC_MESSAGES/*.po") for root in ROOTS)
    return sorted(each for group in found for each in group)


def _named(source: Path) -> str:
    return str(source.relative_to(ROOT))


def _compiled(source: Path) -> bytes:
    return bytes(polib.pofile(str(source)).to_binary())


def _stored(source: Path) -> bytes:
    stored = source.with_suffix(".mo")
    return stored.read_bytes() if stored.exists() else b""

"""Mend what shoppers read of stories."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.stories.services import healing


class Command(BaseCommand):
    """`manage.py stories [--anew]`."""

    help = "Make what shoppers read of products agree with the stories that are live."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare how thoroughly."""
        parser.add_argument(
            "--anew",
            action="store_true",
            help="Resolve every live story again, not only differing ones",
        )

    def handle(self, *args: Any, anew: bool, **options: Any) -> None:
        """Mend and say what was done."""
        done = healing.heal(anew=anew)
        self.stdout.write(f"{done.pushed} pushed down, {done.withdrawn} taken back")

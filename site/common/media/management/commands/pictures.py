"""Have the web sizes of pictures made by the workers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from common import waking
from common.media.models import Picture
from common.media.services import encoding
from common.media.tasks import encode_waiting_pictures


class Command(BaseCommand):
    """`manage.py pictures`, `manage.py pictures --missing`, `manage.py pictures --all`."""

    help = "Say how the pictures stand, or have web sizes made: those that miss, or all anew."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare which pictures."""
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--missing", action="store_true", help="what lacks sizes, failed too")
        which.add_argument("--all", action="store_true", help="everything, anew")

    def handle(self, *args: Any, **options: Any) -> None:
        """Queue and say how the pictures stand."""
        if options["missing"] or options["all"]:
            count = encoding.requeue(is_all=options["all"], at=timezone.now())
            waking.enqueue(encode_waiting_pictures)
            self.stdout.write(f"{count} queued")
        waiting = Picture.objects.filter(encode_due_at__isnull=False).count()
        failed = Picture.objects.filter(encode_due_at=None).exclude(encode_error="")
        self.stdout.write(f"{Picture.objects.count()} pictures, {waiting} waiting")
        for each in failed.order_by("pk"):
            self.stdout.write(f"{each.pk} {each.file.name}: {each.encode_error}")

"""Fill the demo."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms import demo as pages
from commerce.storefront.services import documents
from fashionistar.demo import orders, people, shop


class Command(BaseCommand):
    """`manage.py seed_demo`: makes what is missing; a second run adds nothing."""

    help = "Fill the demo: people, makers, 120 garments, collections, pages and orders."

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed step by step, telling each."""
        if not settings.DEMO:
            raise CommandError("The demo's people and garments belong in a demo only.")
        at = timezone.now()
        found = people.seed()
        shop.seed(found, at=at, say=self.stdout.write)
        self.stdout.write("Composing product documents")
        documents.rebuild()
        self.stdout.write("Making pages and orders")
        pages.seed()
        orders.seed(found, at=at)
        documents.rebuild()
        self.stdout.write("The demo is filled")

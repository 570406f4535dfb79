"""Make pages findable by what they say, and what is promoted by its words."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.search.services import indexing, promoting


class Command(BaseCommand):
    """`manage.py page_words`."""

    help = "Keep the words of every page and promoted result anew, for searches."

    def handle(self, *args: Any, **options: Any) -> None:
        """Keep them and say of how many pages."""
        promoting.compare_anew()
        self.stdout.write(f"the words of {indexing.keep_all()} pages kept")

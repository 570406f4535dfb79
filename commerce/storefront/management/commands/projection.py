"""Rebuild or verify the stored documents of the read side."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from commerce.catalogue.models import Product
from commerce.storefront.composition.sources import read_dictionary
from commerce.storefront.models import ProductDocument
from commerce.storefront.services import documents, vocabulary
from common.utils.parts import batches


class Command(BaseCommand):
    """`manage.py projection rebuild|verify`."""

    help = "Rebuild the product documents, or verify that they say what the shop sells."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what to do."""
        parser.add_argument("act", choices=["rebuild", "verify"])

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        """Rebuild or verify."""
        if act == "rebuild":
            done = documents.rebuild()
            vocabulary.recount()
            self.stdout.write(
                f"{done.written} written, {done.unchanged} unchanged, {done.deleted} deleted"
            )
            return
        differing = sorted(_differences())
        for each in differing[:50]:
            self.stdout.write(" ".join(map(str, each)))
        if differing:
            raise CommandError(f"{len(differing)} documents differ: run `projection rebuild`.")
        self.stdout.write(f"{ProductDocument.objects.count()} documents are as they should be")


def _differences() -> set[tuple[int, str, str]]:
    stored = {
        (each[0], each[1], each[2]): each[3]
        for each in ProductDocument.objects.values_list(
            "product_id", "locale", "currency", "fingerprint"
        )
    }
    wanted: dict[tuple[int, str, str], str] = {}
    ids = Product.objects.canonical().values_list("pk", flat=True)
    for some in batches(ids, documents.BATCH):
        now = documents.composed_now(some, dictionary=read_dictionary(), at=timezone.now())
        wanted |= {key: each.document.fingerprint for key, each in now.items()}
    return {key for key in stored.keys() | wanted.keys() if stored.get(key) != wanted.get(key)}

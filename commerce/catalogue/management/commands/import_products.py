"""Import a product file of a vendor."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from commerce.catalogue.importing import FORMATS, ParsedFile, read_products
from commerce.catalogue.services import imports
from commerce.partner.models import Partner

EVERY = 100


class Command(BaseCommand):
    """`manage.py import_products FILE --vendor SLUG`: exit 1 if any product was refused."""

    help = "Import products from Shopify's or our own CSV; one bad row refuses its product only."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare file, vendor, format, currency and trial."""
        parser.add_argument("file")
        parser.add_argument("--vendor", required=True, help="the vendor's slug")
        parser.add_argument("--format", choices=sorted(FORMATS), dest="layout")
        parser.add_argument("--currency", default=settings.OSCAR_DEFAULT_CURRENCY)
        parser.add_argument("--dry-run", action="store_true", help="try everything, keep nothing")

    def handle(self, *args: Any, file: str, vendor: str, dry_run: bool, **options: Any) -> None:
        """Read the file, import it, and say what happened."""
        owner = Partner.objects.filter(slug=vendor).first()
        if owner is None:
            raise CommandError(f"There is no vendor with the slug {vendor}.", returncode=2)
        started = time.monotonic()
        parsed = self._read(file, vendor, options)
        report = imports.import_parsed(
            parsed=parsed, vendor=owner, at=timezone.now(), is_trial=dry_run, tell=self._tell
        )
        for each in parsed.warnings:
            self.stderr.write(f"warning: {each.render(file)}")
        for each in report.refused:
            self.stderr.write(each.render(file))
        took = time.monotonic() - started
        self.stdout.write(
            f"{len(report.created)} created, {len(report.updated)} updated, "
            f"{len(report.unchanged)} unchanged, {report.refused_products} refused"
            f"{' (nothing kept)' if dry_run else ''}"
            f" in {took:.1f} s, {len(parsed.products) / took:.0f} products a second"
        )
        if report.refused_products:
            raise SystemExit(1)

    def _read(self, file: str, vendor: str, options: dict[str, Any]) -> ParsedFile:
        currency = options["currency"]
        if currency not in settings.SHOP_CURRENCIES:
            raise CommandError(f"The shop does not sell in {currency}.", returncode=2)
        try:
            return read_products(
                Path(file), format=options["layout"], vendor=vendor, currency=currency
            )
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.", returncode=2) from None

    def _tell(self, done: int) -> None:
        if done % EVERY == 0:
            self.stdout.write(f"… {done} products")

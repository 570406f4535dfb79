"""See whether the books add up."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from commerce.order.selectors import invariants


class Command(BaseCommand):
    """`manage.py verify_books` checks stock, money, baskets, totals, uses, outbox and steps."""

    help = "Check that stock, money, orders, discounts and events add up; exit 1 if any does not."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write every fault, or how many invariants hold."""
        found = invariants.faults()
        for each in found:
            self.stdout.write(f"{each.invariant}: {each.subject}: {each.detail}")
        if found:
            raise CommandError(f"{len(found)} faults in the books.")
        self.stdout.write(f"The books add up: {len(invariants.ALL)} invariants hold.")

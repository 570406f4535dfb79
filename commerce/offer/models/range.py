"""Which products an offer is about."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property
from oscar.apps.offer.abstract_models import AbstractRange


class Range(AbstractRange):  # type: ignore[misc]
    """Oscar's range; it may also hold all products of a vendor or of a collection."""

    included_vendors = models.ManyToManyField(
        "partner.Partner", related_name="offer_ranges", blank=True
    )
    included_collections = models.ManyToManyField(
        "catalogue.Collection", related_name="offer_ranges", blank=True
    )

    class Meta(AbstractRange.Meta):
        abstract = False

    members: frozenset[int] | None = None

    def contains_product(self, product: Any) -> bool:
        """Return whether the product is in the range, from `members` where they are known."""
        if self.members is not None:
            return product.pk in self.members
        return bool(self.product_queryset.filter(pk=product.pk).exists())

    @cached_property
    def product_queryset(self) -> Any:
        """Return the products and variants in the range."""
        from commerce.offer.selectors import membership

        return membership.products_of(self)

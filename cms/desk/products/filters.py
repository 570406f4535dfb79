"""What the list of products can be narrowed to."""

from typing import Any, ClassVar

import django_filters
from wagtail.admin.filters import WagtailFilterSet

from cms.stories.models import ProductStory
from commerce.catalogue.models import Product

STORIES = [("none", "Not written"), ("draft", "Draft"), ("live", "Live")]


class ProductFilters(WagtailFilterSet):  # type: ignore[misc]
    """Status, vendor, on sale or not, and how the story stands."""

    story = django_filters.ChoiceFilter(label="Story", choices=STORIES, method="by_story")

    class Meta:
        model = Product
        fields: ClassVar[list[str]] = ["status", "vendor", "is_public"]

    def by_story(self, rows: Any, name: str, value: str) -> Any:
        """Keep the products whose story is live in some language, a draft in all, or not there."""
        told = ProductStory.objects.filter(product__isnull=False)
        live = told.filter(live=True).values("product")
        if value == "live":
            return rows.filter(pk__in=live)
        if value == "draft":
            return rows.filter(pk__in=told.values("product")).exclude(pk__in=live)
        return rows.exclude(pk__in=told.values("product"))

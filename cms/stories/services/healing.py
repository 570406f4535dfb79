"""Finding where what shoppers read differs from what is live, and mending it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from cms.stories.models import ProductStory
from cms.stories.selectors import stories
from cms.stories.services import pushing
from commerce.catalogue.models import Product
from commerce.storefront.models import ProductContent


@dataclass
class Tally:
    """How many stories were pushed down, and how many that are not live were taken back."""

    pushed: int = 0
    withdrawn: int = 0


def heal(*, anew: bool = False) -> Tally:
    """Push down what is missing below or of another revision, and take back what is not live.

    With `anew` every live story is resolved again: its pictures and the paths of its links. Those
    that link to documents always are: whether a document is private shows in no revision.
    """
    live, stored = _live(), _stored()
    stale = [pk for key, (pk, *version) in live.items() if anew or stored.get(key) != version]
    for story_id in stale:
        pushing.follow(story_id=story_id, anew=True)
    linking = sorted(set(stories.linking_documents()) - set(stale))
    renewed = sum(pushing.follow(story_id=story_id, anew=True) for story_id in linking)
    gone = sorted(stored.keys() - live.keys())
    products = Product.objects.in_bulk([product_id for product_id, _ in gone])
    for product_id, locale in gone:
        if product_id in products:
            pushing.withdraw(product=products[product_id], locale=locale)
    return Tally(len(stale) + renewed, len(gone))


def _live() -> dict[Any, Any]:
    rows = ProductStory.objects.live().filter(product__isnull=False).order_by("pk")
    named = rows.annotate(code=F("locale__language_code"))
    return {
        (product_id, code): version
        for product_id, code, *version in named.values_list(
            "product_id", "code", "pk", "live_revision_id", "last_published_at"
        )
    }


def _stored() -> dict[Any, Any]:
    rows = ProductContent.objects.filter(published_at__isnull=False)
    return {
        (product_id, locale): version
        for product_id, locale, *version in rows.values_list(
            "product_id", "locale", "revision_id", "published_at"
        )
    }

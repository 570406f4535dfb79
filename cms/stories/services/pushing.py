"""Bringing what shoppers read of a product to what is live of its story."""

from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from cms.core import links
from cms.publishing.services.affecting import affected, place
from cms.stories.models import ProductStory
from cms.stories.services import content
from commerce.catalogue.models import Product
from commerce.storefront.models import ProductContent
from commerce.storefront.services import documents
from common.outbox.services import events

PUBLISHED = "product_content.published"
UNPUBLISHED = "product_content.unpublished"


@transaction.atomic
def follow(*, story_id: int, anew: bool = False) -> bool:
    """Push down what is live of a story, or take back what no longer is.

    What stands below of the same revision is left alone, unless it is to be resolved `anew`.
    The answer is whether shoppers read something else now.
    """
    list(Page.objects.select_for_update().filter(pk=story_id).values_list("pk"))
    rows = ProductStory.objects.select_related("product", "locale")
    story = rows.filter(pk=story_id).first()
    if story is None or story.product is None:
        return False
    locale = story.locale.language_code
    if not story.live:
        return withdraw(product=story.product, locale=locale)
    is_known = ProductContent.objects.filter(
        product_id=story.product_id, locale=locale, **_version(story)
    ).exists()
    return (anew or not is_known) and _push(story, locale)


@transaction.atomic
def withdraw(*, product: Product, locale: str) -> bool:
    """Take back what was told of a product in a language; the answer is whether anything was."""
    is_news = documents.remove_content(product_id=product.pk, locale=locale)
    if is_news:
        _tell(UNPUBLISHED, product, locale)
    return is_news


def _push(story: ProductStory, locale: str) -> bool:
    assert story.product is not None
    is_news = documents.put_content(
        product_id=story.product.pk,
        locale=locale,
        blocks=content.blocks_of(story),
        seo=content.seo_of(story),
        **_version(story),
    )
    if is_news:
        _tell(PUBLISHED, story.product, locale)
    return is_news


def _version(story: ProductStory) -> dict[str, Any]:
    return {"revision_id": story.live_revision_id, "published_at": story.last_published_at}


def _tell(type: str, product: Product, locale: str) -> None:
    locales = _readers(product, locale)
    path = f"/products/{product.slug}/"
    places = [place(locale=each, path=path) for each in locales]
    events.record(
        type=type,
        subject_id=product.public_id,
        payload={
            "product_id": product.pk, "locale": locale, "slug": product.slug,
            "paths": [f"{links.prefix_of(each)}{path}" for each in locales],
            **affected(places), "locales": locales,
        },
    )  # fmt: skip


def _readers(product: Product, locale: str) -> list[str]:
    # Whoever has no story of their own reads the one in the shop's own language.
    if locale != settings.LANGUAGE_CODE:
        return [locale]
    own = ProductContent.objects.filter(product_id=product.pk).exclude(locale=locale)
    with_their_own = set(own.values_list("locale", flat=True))
    return [each for each in settings.SHOP_LOCALES if each not in with_their_own]

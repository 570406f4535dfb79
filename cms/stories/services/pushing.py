"""Bringing what shoppers read of a product to what is live of its story."""

from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from cms.core import links
from cms.stories.models import ProductStory
from cms.stories.services import content
from commerce.catalogue.models import Product
from commerce.storefront.models import ProductContent
from commerce.storefront.services import documents
from common.outbox.services import events

PUBLISHED = "product_content.published"
UNPUBLISHED = "product_content.unpublished"


@transaction.atomic
def follow(*, story_id: int, anew: bool = False) -> None:
    """Push down what is live of a story, or take back what no longer is.

    What stands below of the same revision is left alone, unless it is to be resolved `anew`.
    """
    list(Page.objects.select_for_update().filter(pk=story_id).values_list("pk"))
    rows = ProductStory.objects.select_related("product", "locale")
    story = rows.filter(pk=story_id).first()
    if story is None or story.product is None:
        return
    locale = story.locale.language_code
    if not story.live:
        withdraw(product=story.product, locale=locale)
        return
    is_known = ProductContent.objects.filter(
        product_id=story.product_id, locale=locale, **_version(story)
    ).exists()
    if anew or not is_known:
        _push(story, locale, is_known=is_known)


@transaction.atomic
def withdraw(*, product: Product, locale: str) -> None:
    """Take back what was told of a product in a language."""
    if documents.remove_content(product_id=product.pk, locale=locale):
        _tell(UNPUBLISHED, product, locale)


def _push(story: ProductStory, locale: str, *, is_known: bool) -> None:
    assert story.product is not None
    is_news = documents.put_content(
        product_id=story.product.pk,
        locale=locale,
        blocks=content.blocks_of(story),
        seo=content.seo_of(story),
        **_version(story),
    )
    if is_news or not is_known:
        _tell(PUBLISHED, story.product, locale)


def _version(story: ProductStory) -> dict[str, Any]:
    return {"revision_id": story.live_revision_id, "published_at": story.last_published_at}


def _tell(type: str, product: Product, locale: str) -> None:
    locales = _readers(product, locale)
    paths = [f"{links.prefix_of(each)}/products/{product.slug}/" for each in locales]
    events.record(
        type=type,
        subject_id=product.public_id,
        payload={
            "product_id": product.pk, "locale": locale, "slug": product.slug, "paths": paths,
            "locales": locales,
        },
    )  # fmt: skip


def _readers(product: Product, locale: str) -> list[str]:
    # Whoever has no story of their own reads the one in the shop's own language.
    if locale != settings.LANGUAGE_CODE:
        return [locale]
    own = ProductContent.objects.filter(product_id=product.pk).exclude(locale=locale)
    with_their_own = set(own.values_list("locale", flat=True))
    return [each for each in settings.SHOP_LOCALES if each not in with_their_own]

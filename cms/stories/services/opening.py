"""Beginning a story: once for each product and language, however many begin at once."""

from datetime import datetime
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page

from cms.authoring.services import turns
from cms.stories.models import ProductStory, StoryShelf
from cms.stories.policies import require_can_write_stories
from cms.stories.selectors import stories
from commerce.catalogue.models import Product
from common.exceptions import NotFound

TOLD = ("title", "body", "gallery", "care_words", "seo_title", "search_description")
SLUG = "product-stories"


@turns.one_writer_of_pages()
def open_story(*, product_id: int, locale: str, by: Any, at: datetime) -> ProductStory:
    """Return the story of a product in a language, a fresh draft when there is none yet.

    A draft in a further language begins as a copy of what the shop's own language says last.

    :raises NotFound: when there is no such product or language.
    :raises MayNotWriteStories: when the person may not begin one.
    """
    product = Product.objects.canonical().filter(pk=product_id).first()
    if product is None or locale not in settings.SHOP_LOCALES:
        raise NotFound
    shelf = stories.shelf_of(locale)
    require_can_write_stories(by, shelf=shelf)
    known = stories.of_product(product, locale=locale)
    return known or _begin(shelf or _put_up(locale, by), product, by)


def _put_up(locale: str, by: Any) -> StoryShelf:
    language, _ = Locale.objects.get_or_create(language_code=locale)
    shelf = StoryShelf(
        title="Product stories",
        slug=SLUG if locale == settings.LANGUAGE_CODE else f"{SLUG}-{locale}",
        locale=language,
        translation_key=stories.SHELF,
        owner=by,
    )
    root = Page.objects.get(depth=1)
    return root.add_child(instance=shelf)  # type: ignore[no-any-return]


def _begin(shelf: StoryShelf, product: Product, by: Any) -> ProductStory:
    story = ProductStory(
        **{"title": product.title, **_told_already(product)},
        slug=product.public_id.lower(),
        product=product,
        locale=shelf.locale,
        translation_key=stories.key_of(product),
        owner=by,
        live=False,
        has_unpublished_changes=True,
    )
    shelf.add_child(instance=story)
    story.save_revision(user=by)
    return story


def _told_already(product: Product) -> dict[str, Any]:
    source = stories.of_product(product, locale=settings.LANGUAGE_CODE)
    if source is None:
        return {}
    said = source.get_latest_revision_as_object()
    return {**{name: getattr(said, name) for name in TOLD}, **said.care_codes}

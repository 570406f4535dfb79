"""What every shop says: a front page, who we are, what we promise, and a page a collection."""

from typing import Any

from cms.collections.models import CollectionPage
from cms.demo import french, stories, words
from cms.demo.blocks import Block, block, faq, hero, quote, rail, sizes, text
from cms.demo.tree import found_home, publish, put, put_home
from cms.home.models import HomePage
from cms.navigation import demo as navigation
from cms.pages.models import StandardPage
from cms.policies.models import PolicyPage
from cms.sizeguides.models import SizeGuidePage
from cms.stories import demo as told
from commerce.catalogue.models import Collection
from commerce.partner.models import Partner

MAKER = "adunni-atelier"


def seed() -> HomePage:
    """Make the demo's pages where they are missing and return the English front page.

    Stories, pictures and French come only to the demo's own shop, whose makers they tell of.
    """
    is_demo = Partner.objects.filter(slug=MAKER).exists()
    known = found_home()
    home = known or put_home(_home(is_demo=is_demo))
    _what_we_say(home)
    _collections(home, is_demo=is_demo)
    if is_demo:
        lookbook = stories.seed(home)
        if known is None:
            _lead_to(home, lookbook)
        french.seed(home)
        navigation.seed(home)
        told.seed()
    return home


def _home(*, is_demo: bool) -> HomePage:
    image = stories.cloth("adire") if is_demo else None
    body = [
        hero(*words.HERO, image=image, label="See what is new", url="/products/?sort=newest"),
        rail("Just in", "newest"),
        rail("On sale", "on_sale"),
    ]
    first = Collection.objects.filter(is_public=True).first()
    if first is not None:
        body.append(block("collection_teaser", {"collection": first.pk, "title": ""}))
    return HomePage(
        title="Fashionistar", slug="fashionistar", search_description=words.PROMISE, body=body
    )


def _lead_to(home: HomePage, lookbook: Any) -> None:
    if lookbook is None:
        return
    home.body = [*home.body.get_prep_value(), stories.invitation(lookbook)]  # type: ignore[assignment]
    publish(home)


def _what_we_say(home: HomePage) -> None:
    put(home, StandardPage, "about", title="About us", body=_about(),
        search_description=words.PROMISE)  # fmt: skip
    put(home, PolicyPage, "delivery", title="Delivery and returns", kind="delivery",
        effective_on=words.IN_FORCE, body=[text(words.DELIVERY), faq(*words.DELIVERY_FAQ)])  # fmt: skip
    put(home, PolicyPage, "privacy", title="Privacy", kind="privacy",
        effective_on=words.IN_FORCE, body=[text(words.PRIVACY)])  # fmt: skip
    put(home, SizeGuidePage, "size-guide", title="Find your size", body=_sizes())


def _about() -> list[Block]:
    return [text(words.ABOUT), quote(*words.ABOUT_QUOTE), text(words.ABOUT_MAKERS)]


def _sizes() -> list[Block]:
    return [text(words.MEASURING), sizes(*words.SIZES), text(words.BETWEEN_SIZES)]


def _collections(home: HomePage, *, is_demo: bool) -> None:
    shelf = put(home, StandardPage, "collections", title="Collections", body=[])
    for place, collection in enumerate(Collection.objects.filter(is_public=True)):
        cloth = stories.CLOTHS[place % len(stories.CLOTHS)]
        image = collection.image or (stories.cloth(cloth) if is_demo else None)
        body = [
            hero(collection.title, collection.description[:300], image=image),
            rail("In this collection", "collection", collection=collection.pk, limit=12),
        ]
        put(shelf, CollectionPage, collection.slug, title=collection.title,
            collection=collection, body=body)  # fmt: skip

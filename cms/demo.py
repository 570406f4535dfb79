"""The demo's pages: a front page, a page of each collection, and what every shop must say."""

from typing import Any

from wagtail.models import Locale, Page, Site

from cms.collections.models import CollectionPage
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from cms.stories import demo as stories
from commerce.catalogue.models import Collection

ABOUT = (
    "<p>Fashionistar brings the ateliers of West Africa and its diaspora under one roof. Every "
    "garment is made by the person whose name it carries, ready to wear or cut to your body.</p>"
    "<h2>How we choose</h2><p>An editor visits each vendor, handles the cloth, and asks who sewed "
    "it. What we would not wear ourselves is not here.</p>"
)
DELIVERY = (
    "<p>Each vendor sends its own parcel, so an order from two vendors arrives in two.</p>"
    "<h2>Returns</h2><p>Send ready-to-wear back within fourteen days, unworn. Made-to-measure "
    "pieces are altered first and remade if they still do not fit.</p>"
)


def seed() -> HomePage:
    """Make the demo's pages where they are missing and return the front page."""
    home = _home()
    _page(home, StandardPage, "about", title="About us", body=[_text(ABOUT)])
    _page(home, StandardPage, "delivery", title="Delivery and returns", body=[_text(DELIVERY)])
    shelf = _page(home, StandardPage, "collections", title="Collections", body=[])
    for collection in Collection.objects.filter(is_public=True):
        _page(
            shelf,
            CollectionPage,
            collection.slug,
            title=collection.title,
            collection=collection,
            body=_story(collection),
        )
    stories.seed()
    return home


def _home() -> HomePage:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is not None and isinstance(site.root_page.specific, HomePage):
        return site.root_page.specific
    root = Page.objects.get(depth=1)
    home = HomePage(
        title="Fashionistar",
        slug="fashionistar",
        locale=Locale.get_default(),
        search_description="Made by the ateliers of West Africa, for you.",
        body=_front(),
    )
    root.add_child(instance=home)
    _publish(home)
    if site is None:
        Site.objects.create(
            hostname="localhost", root_page=home, is_default_site=True, site_name="Fashionistar"
        )
    else:
        welcome = site.root_page
        site.root_page, site.site_name = home, "Fashionistar"
        site.save()
        if welcome.depth == 2 and type(welcome.specific) is Page:
            welcome.delete()
    return home


def _page(parent: Page, kind: type[Any], slug: str, **fields: Any) -> Any:
    found = kind.objects.child_of(parent).filter(slug=slug).first()
    if found is not None:
        return found
    page = kind(slug=slug, show_in_menus=True, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    _publish(page)
    return page


def _publish(page: Any) -> None:
    page.save_revision().publish()


def _front() -> list[dict[str, Any]]:
    blocks = [
        {
            "type": "hero",
            "value": {
                "title": "Cloth with a memory",
                "text": "Adire, aso-oke and lace, cut by the hands that know them.",
                "image": None,
                "link_label": "See what is new",
                "link_url": "/products/?sort=newest",
            },
        },
        _rail("Just in", "newest"),
        _rail("On sale", "on_sale"),
    ]
    first = Collection.objects.filter(is_public=True).first()
    if first is not None:
        blocks.append({"type": "collection_teaser", "value": {"collection": first.pk, "title": ""}})
    return blocks


def _story(collection: Collection) -> list[dict[str, Any]]:
    picture = collection.image_id
    return [
        {
            "type": "hero",
            "value": {
                "title": collection.title,
                "text": collection.description[:300],
                "image": picture,
                "link_label": "",
                "link_url": "",
            },
        },
        _rail("In this collection", "collection", collection=collection.pk, limit=12),
    ]


def _text(html: str) -> dict[str, Any]:
    return {"type": "rich_text", "value": html}


def _rail(title: str, source: str, **fields: Any) -> dict[str, Any]:
    value = {"title": title, "source": source, "products": [], "limit": 8, **fields}
    for name in ("collection", "category", "vendor"):
        value.setdefault(name, None)
    return {"type": "product_rail", "value": value}

"""What the demo tells: a journal, a lookbook, who two makers are, and a campaign."""

from typing import Any

from cms.demo import pictures, tales
from cms.demo.blocks import Block, block, call, hero, items, picture, quote, rail, text
from cms.demo.tree import put
from cms.home.models import HomePage
from cms.journal.models import ArticlePage, JournalIndexPage
from cms.landing.models import LandingPage
from cms.lookbooks.models import LookbookPage
from cms.pages.models import StandardPage
from cms.vendors.models import VendorPage
from commerce.catalogue.models import Collection, Product
from commerce.partner.models import Partner
from common.media.models import Picture

CLOTHS = ("adire", "aso-oke", "ankara", "denim")
LOOKS = (
    ("Saturday market", ("jackets", "trousers-and-skirts")),
    ("Sunday best", ("dresses", "headwear")),
    ("The long evening", ("kaftans-and-agbada", "bags-and-shoes")),
)


def cloth(fabric: str) -> Picture:
    """Return the banner of one of `CLOTHS`."""
    return pictures.banner(fabric, seed=CLOTHS.index(fabric) + 3)


def seed(home: HomePage) -> LookbookPage | None:
    """Make the stories that are missing; return the lookbook, unless there is nothing to show."""
    _journal(home)
    _makers(home)
    _campaign(home)
    return _lookbook(home)


def invitation(lookbook: Any) -> Block:
    """Return the way from the front page to the lookbook."""
    return call(*tales.INVITATION, page=lookbook)


def _journal(home: HomePage) -> None:
    journal = put(home, JournalIndexPage, "journal", title="Journal", introduction=tales.JOURNAL)
    for fabric, article in zip(CLOTHS, tales.ARTICLES, strict=False):
        body = [text(article.opening), quote(*article.quote)]
        body += [text(article.rest), rail("In this cloth", "vendor", vendor=_vendor(article.maker))]
        put(
            journal, ArticlePage, article.slug, title=article.title, author=article.author,
            standfirst=article.standfirst, search_description=article.standfirst,
            cover=cloth(fabric), body=body, show_in_menus=False,
        )  # fmt: skip


def _vendor(slug: str) -> int | None:
    return Partner.objects.filter(slug=slug).values_list("pk", flat=True).first()


def _makers(home: HomePage) -> None:
    shelf = put(home, StandardPage, "makers", title="Makers", body=[text(tales.MAKERS)])
    for fabric, (slug, said) in zip(("aso-oke", "adire"), tales.PORTRAITS.items(), strict=True):
        vendor = Partner.objects.filter(slug=slug).first()
        if vendor is None:
            continue
        image = picture(cloth(fabric), f"{fabric.capitalize()} in folds", said.caption)
        body = [text(said.opening), image, quote(said.quote, said.who)]
        body.append(rail(f"By {vendor.name}", "vendor", vendor=vendor.pk, limit=12))
        put(shelf, VendorPage, slug, title=vendor.name, vendor=vendor, body=body)


def _campaign(home: HomePage) -> None:
    season = Collection.objects.filter(slug="rainy-season").first()
    if season is None:
        return
    body = [
        hero(*tales.CAMPAIGN, image=cloth("denim"), label="Shop the season",
             url="/collections/rainy-season/"),
        rail("Fifteen per cent off", "collection", collection=season.pk, limit=12),
        text(tales.SMALL_PRINT),
        call(*tales.CAMPAIGN_WAY_ON, url="/products/?sort=newest"),
    ]  # fmt: skip
    put(home, LandingPage, "rainy-season-offer", title=tales.CAMPAIGN[0], body=body,
        show_in_menus=False)  # fmt: skip


def _lookbook(home: HomePage) -> LookbookPage | None:
    looks = [each for each in (_look(*look) for look in LOOKS) if each is not None]
    if not looks:
        return None
    shelf = put(home, StandardPage, "lookbook", title="Lookbooks", body=[text(tales.LOOKBOOKS)])
    body = [
        looks[0],
        quote(*tales.LOOK_QUOTE),
        *looks[1:],
        call(*tales.LOOK_WAY_ON, url="/products/"),
    ]
    found: LookbookPage = put(
        shelf, LookbookPage, "rainy-season", title="Rain, then gold", season="Rainy season 2026",
        introduction=tales.LOOKBOOK, cover=cloth("aso-oke"), body=body,
    )  # fmt: skip
    return found


def _look(title: str, categories: tuple[str, ...]) -> Block | None:
    worn = [each for each in (_worn(slug) for slug in categories) if each is not None]
    if len(worn) < len(categories):
        return None
    named = " and ".join(product.title for product, _, _ in worn)
    image = pictures.side_by_side(f"{title}: {named}"[:200], [shown for _, _, shown in worn])
    step = 100 / len(worn)
    spots = [
        {"variant": piece.pk, "x": f"{step * (place + 0.5):.1f}", "y": "46.0", "label": ""}
        for place, (_, piece, _) in enumerate(worn)
    ]
    value = {"title": title, "image": image.pk, "alt": "", "hotspots": items(*spots)}
    return block("shop_the_look", value)


def _worn(category: str) -> tuple[Any, Any, Picture] | None:
    """Return a product with a picture, the piece of it that is bought, and the picture."""
    rows = Product.objects.canonical().filter(
        categories__slug=category, images__image__isnull=False, import_reference__startswith="demo-"
    )
    product = rows.order_by("pk").first()
    if product is None:
        return None
    piece = product.children.order_by("pk").first() or product
    return product, piece, product.images.exclude(image=None).order_by("display_order")[0].image

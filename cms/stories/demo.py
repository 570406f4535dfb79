"""The demo's stories: of three garments, one of them in French, too."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils import timezone

from cms.stories.selectors import stories
from cms.stories.services import opening
from commerce.catalogue.models import Product, ProductImage
from identity.models import User


@dataclass(frozen=True)
class Told:
    """What is told of the first garment that a maker made of a cloth, by language."""

    vendor: str
    cloth: str
    care: dict[str, str]
    words: dict[str, tuple[str, str, str]] = field(default_factory=dict)


GENTLE = {
    "washing": "wash_by_hand", "bleaching": "bleach_not", "tumble_drying": "tumble_not",
    "natural_drying": "dry_line_shade", "ironing": "iron_150", "professional_care": "clean_not",
}  # fmt: skip
EVERYDAY = {
    "washing": "wash_30_mild", "bleaching": "bleach_not", "tumble_drying": "tumble_low",
    "natural_drying": "dry_line", "ironing": "iron_200",
}  # fmt: skip
TOLD = (
    Told(
        "indigo-yard", "adire", GENTLE,
        {
            "en": (
                "<h2>Eleven dips</h2><p>Cassava paste is drawn on the cotton with a feather, and "
                "where it lies the indigo cannot go. The cloth is dipped, aired and dipped again, "
                "until the blue is as deep as the dyer wants it.</p>",
                "You do not hurry a vat. It tells you when it is ready.",
                "Wash it alone the first three times: indigo gives a little of itself away.",
            ),
            "fr": (
                "<h2>Onze bains</h2><p>La pâte de manioc est tracée à la plume sur le coton : là "
                "où elle repose, l’indigo ne passe pas. L’étoffe est plongée, aérée, replongée, "
                "jusqu’au bleu voulu.</p>",
                "On ne presse pas une cuve. C’est elle qui dit quand elle est prête.",
                "Laver seul les trois premières fois : l’indigo donne un peu de lui-même.",
            ),
        },
    ),
    Told(
        "adunni-atelier", "lace", {**GENTLE, "natural_drying": "dry_flat_shade"},
        {
            "en": (
                "<h2>Cut for one evening, kept for many</h2><p>The lace is laid by hand so that "
                "its flowers meet at every seam. The lining is cotton: it breathes through the "
                "speeches and the second dance.</p>",
                "If the seam breaks the flower, we unpick it.",
                "Store it folded in its bag, not on a hanger.",
            ),
        },
    ),
    Told(
        "mama-efua-prints", "ankara", EVERYDAY,
        {
            "en": (
                "<h2>A print with a name</h2><p>Wax prints are given names by the women who sell "
                "them. This one is bought by the six yards in Makola, and cut so that the motif "
                "runs on over the pocket.</p>",
                "The cloth speaks first. Then you may.",
                "Wash it inside out and it keeps its colours for years.",
            ),
        },
    ),
)  # fmt: skip


def seed() -> None:
    """Write and publish the stories that are missing of garments that are there."""
    writer = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    for each in TOLD if writer else ():
        rows = Product.objects.canonical().filter(vendor__slug=each.vendor)
        product = rows.filter(title__icontains=each.cloth).order_by("pk").first()
        for locale in each.words if product else ():
            if locale in settings.SHOP_LOCALES:
                _write(product, each, locale, writer)


def _write(product: Any, told: Told, locale: str, by: Any) -> None:
    if stories.of_product(product, locale=locale):
        return
    story: Any = opening.open_story(product_id=product.pk, locale=locale, by=by, at=timezone.now())
    text, quote, care = told.words[locale]
    story.body = [
        {"type": "rich_text", "value": text},
        {"type": "quote", "value": {"text": quote, "attribution": product.vendor.name}},
    ]
    story.gallery = _pictures(product, told)
    story.care_words = care
    for process, code in told.care.items():
        setattr(story, process, code)
    story.save_revision(user=by).publish(user=by)


def _pictures(product: Any, told: Told) -> list[dict[str, Any]]:
    rows = ProductImage.objects.filter(
        product__vendor=product.vendor, product__title__icontains=told.cloth, image__isnull=False
    ).order_by("product_id", "display_order")
    return [
        {"type": "picture", "value": {"image": each.image_id, "alt": each.caption, "caption": ""}}
        for each in rows[:3]
    ]

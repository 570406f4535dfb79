"""The demo's menus, announcement and what the shop says of itself."""

from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from cms.navigation.models import Menu, SiteSettings, SiteWords
from commerce.catalogue.models import Category, Collection
from commerce.partner.models import Partner

Item = dict[str, Any]
LABELS = {
    "en": {"new": "New in", "sale": "Sale", "shop": "Shop", "home": "Front page", "ateliers": "Ateliers"},
    "fr": {"new": "Nouveautés", "sale": "Soldes", "shop": "Boutique", "home": "Accueil",
           "ateliers": "Ateliers"},
}  # fmt: skip
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "tagline": "Cloth with a memory",
        "description": "Adire, aso-oke and lace from the ateliers of West Africa and its diaspora.",
        "announcement": "Made to measure: send us your measurements and pay nothing extra.",
        "announcement_link": "See how",
        "not_found_title": "This page is not here",
        "not_found_text": "<p>It may have moved, or it never was. Try one of these.</p>",
    },
    "fr": {
        "tagline": "Des étoffes qui se souviennent",
        "description": "Adire, aso-oke et dentelle des ateliers d’Afrique de l’Ouest.",
        "announcement": "Sur mesure : envoyez-nous vos mesures, sans supplément.",
        "announcement_link": "Voir comment",
        "not_found_title": "Cette page n’est pas ici",
        "not_found_text": "<p>Elle a peut-être été déplacée. Essayez l’une de celles-ci.</p>",
    },
}


def seed(home: Page) -> None:
    """Make what is missing of menus and settings below a front page; change nothing there is."""
    locales = Locale.objects.filter(
        pk__in=home.get_translations(inclusive=True).values("locale_id"),
        language_code__in=LABELS,
    )
    for locale in locales:
        _menu("main", locale, _main(home, LABELS[locale.language_code]))
        _menu("footer", locale, _footer(home, LABELS[locale.language_code]))
    _settings(home, list(locales))


def _menu(key: str, locale: Locale, items: list[Item]) -> None:
    if not Menu.objects.filter(key=key, locale=locale).exists():
        twin = Menu.objects.filter(key=key).first()
        kept = {"translation_key": twin.translation_key} if twin is not None else {}
        Menu.objects.create(key=key, locale=locale, items=items, **kept)


def _main(home: Page, labels: dict[str, str]) -> list[Item]:
    categories = [
        _to("category", each, below=[_to("category", child) for child in each.get_children()[:8]])
        for each in Category.get_root_nodes()[:4]
    ]
    collections = Collection.objects.filter(is_public=True)[:6]
    return [
        _link(labels["new"], "/products/?sort=newest"),
        *categories,
        _link(labels["shop"], "/collections/", [_to("collection", each) for each in collections]),
        _link(labels["sale"], "/products/?on_sale=true"),
    ]


def _footer(home: Page, labels: dict[str, str]) -> list[Item]:
    vendors = Partner.objects.filter(status=Partner.Status.APPROVED).order_by("name")[:6]
    pages = home.get_children().live().filter(show_in_menus=True)
    return [
        _to("page", home, labels["home"], [_to("page", each) for each in pages]),
        _link(labels["ateliers"], "/vendors/", [_to("vendor", each) for each in vendors]),
    ]


def _to(kind: str, target: Any, label: str = "", below: list[Item] | None = None) -> Item:
    return {"type": kind, "value": {"target": target.pk, "label": label, "children": below or []}}


def _link(label: str, url: str, below: list[Item] | None = None) -> Item:
    return {"type": "link", "value": {"label": label, "url": url, "children": below or []}}


def _settings(home: Page, locales: list[Locale]) -> None:
    site = Site.objects.get(is_default_site=True)
    stored, _ = SiteSettings.objects.get_or_create(
        site=site,
        defaults={
            "name": "Fashionistar",
            "email": "hello@fashionistar.example",
            "phone": "+2348030000000",
            "social": [
                {"type": "profile", "value": {"network": name, "url": f"https://{name}.example/fashionistar"}}
                for name in ("instagram", "tiktok")
            ],
            "announcement_is_on": True,
            "announcement_url": "/products/?made_to_measure=true",
            "not_found_menu": Menu.objects.filter(
                key="main", locale__language_code=settings.LANGUAGE_CODE
            ).first(),
        },
    )  # fmt: skip
    for locale in locales:
        SiteWords.objects.get_or_create(
            settings=stored, locale=locale, defaults=WORDS[locale.language_code]
        )

"""A page as data."""

from typing import Any

from django.conf import settings
from wagtail.models import Page

from cms.core import links
from cms.delivery.selectors.pages import Around, around
from cms.delivery.services import families, values
from cms.delivery.services.asking import Asked, Found, Shop
from common.utils.text import plain


def as_data(page: Any, *, locale: str, currency: str = "") -> dict[str, Any]:
    """Return a specific page in the shape of `GET /store/pages/`, every block resolved."""
    asked = Asked()
    _content(page, asked)
    currency = currency or settings.OSCAR_DEFAULT_CURRENCY
    beside = around(page)
    return {
        "id": f"pag_{page.translation_key.hex}",
        "type": page.api_type,
        "path": links.path_of(page.url_path),
        "title": plain(page.title),
        "locale": _original(page).locale.language_code,
        "published_at": page.first_published_at,
        "updated_at": page.last_published_at,
        "breadcrumbs": [_named(each) for each in beside.above],
        "children": [_named(each) for each in beside.below],
        "alternates": _alternates(beside),
        **_content(page, Found(asked, locale=locale, currency=currency)),
        **families.lists(page),
    }


def _content(page: Any, shop: Shop) -> dict[str, Any]:
    return {
        "seo": _seo(page, shop),
        "body": list(values.written(page.body.get_prep_value(), shop)),
        **families.facts(page, shop),
    }


def _original(page: Any) -> Any:
    """Return the page whose words these are: for an untranslated copy, the one it is of."""
    original = page.alias_of if page.alias_of_id else page
    return page if original.locale_id == page.locale_id else original


def _seo(page: Any, shop: Shop) -> dict[str, Any]:
    original = _original(page)
    return {
        "title": plain(page.seo_title or page.title),
        "description": plain(page.search_description),
        "canonical": links.public_url(original.url_path, original.locale.language_code),
        "image": shop.picture(page.share_picture_id),
        "is_noindex": page.is_noindex,
    }


def _named(page: Page) -> dict[str, str]:
    return {"title": plain(page.title), "path": links.path_of(page.url_path)}


def _alternates(beside: Around) -> list[dict[str, str]]:
    return [
        {"locale": each.locale.language_code, "path": links.path_of(each.url_path)}
        for each in beside.translations
    ]

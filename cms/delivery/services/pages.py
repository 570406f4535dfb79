"""A page as data."""

from typing import Any

from django.conf import settings
from wagtail.models import Page

from cms.core import links
from cms.delivery.selectors.pages import Near, around, served
from cms.delivery.services import families, values
from cms.delivery.services.asking import Asked, Found, Shop
from cms.delivery.services.listing import Slice, lists
from common.utils.text import plain


def as_data(
    page: Any, *, locale: str, currency: str = "", part: Slice | None = None
) -> dict[str, Any]:
    """Return a specific page in the shape of `GET /store/pages/`, every block resolved.

    What it lists is the part that is asked for; `listing` says where the next one begins.

    :raises InvalidParameter: when a part is asked of a page that lists nothing.
    """
    listed = lists(page, part)
    asked = Asked()
    _content(page, asked)
    currency = currency or settings.OSCAR_DEFAULT_CURRENCY
    beside = around(page, linked=asked.pages, locale=locale)
    found = Found(asked, locale=locale, currency=currency, paths=beside.paths)
    return {
        "id": f"pag_{page.translation_key.hex}",
        "type": page.api_type,
        "path": links.path_of(page.url_path),
        "title": plain(page.title),
        "locale": _original(page).locale.language_code,
        "published_at": page.first_published_at,
        "updated_at": page.last_published_at,
        "breadcrumbs": [_named(each) for each in (*beside.above, page)],
        "children": [_named(each) for each in beside.below],
        "alternates": [
            {"locale": each.locale, "path": links.path_of(each.url_path)}
            for each in beside.translations
        ],
        **_content(page, found),
        **listed,
    }


def _content(page: Any, shop: Shop) -> dict[str, Any]:
    return {
        "seo": _seo(page, shop),
        "body": list(values.written(page.body.raw_data, shop)),
        **families.facts(page, shop),
    }


def _original(page: Any) -> Any:
    """Return the page whose words these are: for an untranslated copy, the one it is of."""
    original = page.alias_of if page.alias_of_id else getattr(page, "words_of", None) or page
    return page if original.locale_id == page.locale_id else original


def _first(page: Any) -> Any:
    """Return the page that an alias is of, at the end; itself where nobody is shown that one."""
    first = page
    while first.alias_of_id:
        first = first.alias_of
    return first if first is page or served().filter(pk=first.pk).exists() else page


def _seo(page: Any, shop: Shop) -> dict[str, Any]:
    original = _first(page) if page.alias_of_id else _original(page)
    return {
        "title": plain(page.seo_title or page.title),
        "description": plain(page.search_description),
        "canonical_url": links.public_url(original.url_path, original.locale.language_code),
        "image": shop.picture(page.share_picture_id),
        "is_noindex": page.is_noindex,
    }


def _named(page: Page | Near) -> dict[str, str]:
    return {"title": plain(page.title), "path": links.path_of(page.url_path)}

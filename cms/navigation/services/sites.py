"""The shop about itself, as data."""

from datetime import datetime
from typing import Any

from django.conf import settings

from cms.core.addresses import is_safe, is_secure
from cms.core.richtext import clean_html
from cms.navigation.models import SiteSettings
from cms.navigation.selectors import menus as menu_selectors
from cms.navigation.selectors import sites
from cms.navigation.services import menus
from common.exceptions import NotFound
from common.media.wire import picture_on_wire
from common.utils.text import in_words, plain

Data = dict[str, Any]


def as_data(*, locale: str, at: datetime) -> Data:
    """Return the shop in the shape of `GET /store/site/`.

    One statement while nothing is set; then two, and at most eight more for a menu of links.
    """
    stored = sites.stored() or SiteSettings()
    said = sites.words(stored, locale=locale) if stored.pk else dict.fromkeys(sites.COLUMNS, "")
    words = in_words(said)
    return {
        "name": plain(stored.name or _site_name(stored)),
        "tagline": words["tagline"],
        "locale": locale,
        "contact": {"email": plain(stored.email), "phone": plain(stored.phone)},
        "social": list(_social(stored)),
        "seo": {
            "description": words["description"],
            "image": picture_on_wire(stored.picture) if stored.picture else None,
        },
        "announcement": _announcement(stored, words, at),
        "not_found": {
            "title": words["not_found_title"],
            "html": clean_html(said["not_found_text"], locale=locale),
            "links": _links(stored, locale),
        },
    }


def _site_name(stored: SiteSettings) -> str:
    return (stored.site.site_name if stored.pk else "") or str(settings.WAGTAIL_SITE_NAME)


def _social(stored: SiteSettings) -> Any:
    for each in stored.social.raw_data:
        network, url = each["value"].get("network"), each["value"].get("url") or ""
        if is_secure(url):
            yield {"network": plain(str(network or "")), "url": url}


def _announcement(stored: SiteSettings, words: dict[str, str], at: datetime) -> Data | None:
    starts, ends = stored.announcement_starts_at, stored.announcement_ends_at
    begun = starts is None or starts <= at
    over = ends is not None and ends <= at
    if not (stored.announcement_is_on and words["announcement"] and begun) or over:
        return None
    url = stored.announcement_url
    return {
        "text": words["announcement"],
        "tone": stored.announcement_tone,
        "link": {"label": words["announcement_link"], "url": url} if is_safe(url) else None,
        "ends_at": ends,
    }


def _links(stored: SiteSettings, locale: str) -> list[Data]:
    if stored.not_found_menu is None:
        return []
    try:
        menu = menu_selectors.find(key=stored.not_found_menu.key, locale=locale)
    except NotFound:
        return []
    return [
        {name: each[name] for name in ("label", "url", "type")} for each in menus.items_of(menu)
    ]

"""A page as data."""

from typing import Any

from django.conf import settings
from wagtail.models import Page, Site

from cms.delivery.selectors.pages import default_site, path_of
from cms.delivery.services import rails, values
from common.media.wire import absolute


def as_data(page: Any, *, locale: str, currency: str = "") -> dict[str, Any]:
    """Return a specific page in the shape of `GET /store/pages/`, every block resolved."""
    currency = currency or settings.OSCAR_DEFAULT_CURRENCY
    site = default_site()
    root_path = _root_path(page, site)
    items = rails.of_body(page.body, locale=locale, currency=currency)
    return {
        "id": f"pag_{page.translation_key.hex}",
        "type": page.api_type,
        "path": path_of(page, root_path),
        "title": page.title,
        "seo": {
            "title": page.seo_title or page.title,
            "description": page.search_description,
            "canonical": absolute(path_of(page, root_path)),
        },
        "breadcrumbs": _breadcrumbs(page, root_path),
        "body": list(_blocks(page.body, items)),
        "locale": page.locale.language_code,
        "alternates": _alternates(page),
        "children": _children(page, root_path),
        **_collection(page),
    }


def _blocks(body: Any, items: dict[str, list[Any]]) -> Any:
    for block in body:
        value = values.value_of(block, rails=items)
        if value is not None:
            yield {"type": block.block_type, "id": str(block.id), "value": value}


def _root_path(page: Page, site: Site) -> str:
    root = str(site.root_page.url_path)
    if page.url_path.startswith(root):
        return root
    return "/" + "/".join(page.url_path.split("/")[1:2]) + "/"


def _breadcrumbs(page: Page, root_path: str) -> list[dict[str, str]]:
    above = page.get_ancestors(inclusive=True).filter(url_path__startswith=root_path)
    return [
        {"title": each.title, "path": path_of(each, root_path)}
        for each in above.only("title", "url_path", "path", "depth")
    ]


def _children(page: Page, root_path: str) -> list[dict[str, str]]:
    below = page.get_children().live().filter(show_in_menus=True).only("title", "url_path", "path")
    return [{"title": each.title, "path": path_of(each, root_path)} for each in below]


def _alternates(page: Page) -> list[dict[str, str]]:
    others = (
        Page.objects.filter(translation_key=page.translation_key, live=True)
        .exclude(pk=page.pk)
        .select_related("locale")
        .only("url_path", "locale__language_code")
    )
    return [
        {
            "locale": other.locale.language_code,
            "path": "/" + "/".join(other.url_path.split("/")[2:]),
        }
        for other in others
    ]


def _collection(page: Any) -> dict[str, Any]:
    if page.api_type != "collection":
        return {}
    chosen = page.collection
    return {"collection": {"slug": chosen.slug, "title": chosen.title}}

"""A draft as its editor sees it: the page of a product with the story that is being written."""

from typing import Any

import orjson
from django.conf import settings

from cms.core import links
from cms.stories.models import ProductStory
from cms.stories.services import content
from commerce.storefront.selectors import details
from common.exceptions import NotFound
from common.frontend import address
from common.utils.text import plain

JSON = dict[str, Any]


def as_data(story: ProductStory, *, locale: str, currency: str = "") -> JSON:
    """Return a draft in the shape of a page.

    `product` is the answer of the product's own address with the draft in it, null while it is not
    sold.
    """
    currency = currency or settings.OSCAR_DEFAULT_CURRENCY
    body, seo = content.blocks_of(story, currency=currency), content.seo_of(story)
    product = _with(_sold(story, locale, currency), body, seo, locale)
    title = plain(story.product.title if story.product else story.title)
    path = f"/products/{story.product.slug}/" if story.product else "/"
    return {
        "id": f"pag_{story.translation_key.hex}",
        "type": story.api_type,
        "path": path,
        "title": title,
        "locale": locale,
        "published_at": story.first_published_at,
        "updated_at": story.last_published_at,
        "breadcrumbs": [{"title": title, "path": path}],
        "children": [],
        "alternates": [],
        "seo": {
            "title": seo.get("title") or (product["seo"]["title"] if product else title),
            "description": (product["seo"] if product else seo).get("description", ""),
            "canonical_url": address(links.prefix_of(locale) + path),
            "image": product["image"] if product else None,
            "is_noindex": False,
        },
        "body": body,
        "product": product,
    }


def _sold(story: ProductStory, locale: str, currency: str) -> JSON | None:
    if story.product is None:
        return None
    try:
        found = details.detail(slug=story.product.slug, locale=locale, currency=currency)
    except NotFound:
        return None
    product: JSON = orjson.loads(found)
    return product


def _with(product: JSON | None, body: Any, seo: JSON, locale: str) -> JSON | None:
    if product is None:
        return None
    told = {"content": body, "content_locale": locale, "seo": {**product["seo"], **seo}}
    return {**product, **told}

"""Block values as clients get them: resolved, cleaned, never a bare id."""

from collections.abc import Callable
from typing import Any

import nh3
from wagtail.rich_text import expand_db_html

from common.media.wire import absolute, picture_on_wire

TAGS = {"a", "b", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong", "ul"}


def clean_html(source: str) -> str:
    """Return rich text as safe HTML."""
    return nh3.clean(
        expand_db_html(source),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
    )


def value_of(block: Any, *, rails: dict[str, list[Any]]) -> Any:
    """Return the value of one block."""
    return _BY_TYPE[block.block_type](block, rails)


def safe_link(url: str) -> str:
    """Return a link a client may follow: a path or an http(s) address, else nothing."""
    return url if url.startswith(("/", "https://", "http://")) and url[:2] != "//" else ""


def _rich_text(block: Any, rails: Any) -> Any:
    return {"html": clean_html(block.value.source)}


def _hero(block: Any, rails: Any) -> Any:
    value = block.value
    return {
        "title": value["title"],
        "text": value["text"],
        "image": _picture(value["image"]),
        "link": {"label": value["link_label"], "url": safe_link(value["link_url"])}
        if value["link_url"]
        else None,
    }


def _image(block: Any, rails: Any) -> Any:
    value = block.value
    return {"image": _picture(value["image"], value["alt"]), "caption": value["caption"]}


def _quote(block: Any, rails: Any) -> Any:
    return {"text": block.value["text"], "attribution": block.value["attribution"]}


def _faq(block: Any, rails: Any) -> Any:
    return {
        "title": block.value["title"],
        "questions": [
            {"question": each["question"], "answer": clean_html(each["answer"].source)}
            for each in block.value["questions"]
        ],
    }


def _rail(block: Any, rails: Any) -> Any:
    return {"title": block.value["title"], "products": rails.get(str(block.id), [])}


def _collection(block: Any, rails: Any) -> Any:
    chosen = block.value["collection"]
    if chosen is None or not chosen.is_public:
        return None
    return {
        "title": block.value["title"] or chosen.title,
        "collection": {
            "slug": chosen.slug,
            "title": chosen.title,
            "description": chosen.description,
            "url": absolute(f"/collections/{chosen.slug}/"),
            "image": _picture(chosen.image),
        },
    }


def _vendor(block: Any, rails: Any) -> Any:
    chosen = block.value["vendor"]
    if chosen is None or chosen.status != "approved" or not chosen.is_open:
        return None
    return {
        "text": block.value["text"] or chosen.description,
        "vendor": {"slug": chosen.slug, "name": chosen.name, "logo": _picture(chosen.logo)},
    }


def _picture(picture: Any, alt: str = "") -> Any:
    return picture_on_wire(picture, alt=alt) if picture is not None else None


_BY_TYPE: dict[str, Callable[[Any, Any], Any]] = {
    "rich_text": _rich_text,
    "hero": _hero,
    "image": _image,
    "quote": _quote,
    "faq": _faq,
    "product_rail": _rail,
    "collection_teaser": _collection,
    "vendor_teaser": _vendor,
}

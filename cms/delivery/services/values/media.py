"""Pictures and films."""

from typing import Any

from cms.core.addresses import safe
from cms.core.blocks.media import film_of
from cms.delivery.services.asking import Shop
from cms.delivery.services.values.reading import structs_of, words


def hero(value: Any, shop: Shop) -> Any:
    """Return the opening; `image` and `link` may be nothing."""
    url = safe(words(value, "link_url"))
    return {
        "title": words(value, "title"),
        "text": words(value, "text"),
        "image": shop.picture(value.get("image")),
        "link": {"label": words(value, "link_label"), "url": url} if url else None,
    }


def image(value: Any, shop: Shop) -> Any:
    """Return `{"image", "caption"}`, nothing where the picture is lost."""
    found = shop.picture(value.get("image"), words(value, "alt"))
    return {"image": found, "caption": words(value, "caption")} if found else None


def gallery(value: Any, shop: Shop) -> Any:
    """Return `{"title", "images": [{"image", "caption"}]}`; lost pictures are left out."""
    found = [image(each, shop) for each in structs_of(value, "images")]
    return {"title": words(value, "title"), "images": [each for each in found if each]}


def video(value: Any, shop: Shop) -> Any:
    """Return `{"provider", "video_id", "src", "title", "poster", "caption"}`."""
    poster = shop.picture(value.get("poster"))
    film = film_of(words(value, "url"))
    if film is None:
        return None
    return {
        **film, "title": words(value, "title"), "poster": poster,
        "caption": words(value, "caption"),
    }  # fmt: skip


WRITERS = {"hero": hero, "image": image, "gallery": gallery, "video": video}

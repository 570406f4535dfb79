"""Every block as it is stored, around real things of the shop."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile

from cms.forms.models import Form, FormField
from commerce.catalogue.models import Collection, CollectionMember
from commerce.storefront.services import documents
from common.media.models import Picture
from tests.common.media.pixels import picture as pixels
from tests.factories import make_product


def block(kind: str, value: Any) -> dict[str, Any]:
    """Return a stored block."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def items(*values: Any) -> list[dict[str, Any]]:
    """Return a stored list."""
    return [block("item", each) for each in values]


def rail(title: str, source: str = "newest", **more: Any) -> dict[str, Any]:
    """Return a row of products."""
    empty = {"products": [], "collection": None, "category": None, "vendor": None, "limit": 8}
    return block("product_rail", {"title": title, "source": source, **empty, **more})


def make_picture(title: str = "A look") -> Picture:
    """Return a picture of the library."""
    found = Picture(title=title, description=title)
    found.file.save("look.jpg", ContentFile(pixels(600, 800)), save=False)
    found.width, found.height = 600, 800
    found.save()
    return found


@dataclass
class Things:
    """What blocks show."""

    product: Any
    collection: Collection
    picture: Picture
    form: Form

    @classmethod
    def make(cls) -> "Things":
        """Return a sold product, its vendor, a collection with it, a picture and a form."""
        product = make_product(compare_at="12000.00")
        collection = Collection.objects.create(slug=f"c-{product.pk}", title="Rainy season")
        CollectionMember.objects.create(collection=collection, product=product)
        form = Form.objects.create(title="Write to us")
        FormField.objects.create(form=form, label="Your name", field_type="singleline")
        documents.rebuild(product_ids=[product.pk])
        return cls(product, collection, make_picture(), form)

    @property
    def piece(self) -> int:
        """Return what is put into a basket."""
        child = self.product.children.first()
        return int(child.pk if child else self.product.pk)


def every(things: Things, page_id: int, say: str = "Words") -> list[dict[str, Any]]:
    """Return one block of each type, `say` wherever words go."""
    picture, alt = things.picture.pk, {"alt": say, "caption": say}
    link = {"label": say[:60], "page": page_id, "url": ""}
    hero = {"title": say, "text": say, "image": picture, "link_label": say, "link_url": "/about/"}
    spot = {"variant": things.piece, "x": "42.5", "y": "30.0", "label": say}
    table = {
        "caption": say,
        "columns": [{"type": "text", "heading": say}, {"type": "length", "heading": "Chest"}],
        "rows": [{"values": ["M", "92-96"]}, {"values": [say, "97.5"]}, {"values": ["", ""]}],
    }
    return [
        block("hero", hero),
        block("rich_text", f'<p>{say} <a linktype="page" id="{page_id}">to a page</a></p>'),
        block("quote", {"text": say, "attribution": say}),
        block("faq", {"title": say, "questions": items({"question": say, "answer": say})}),
        block("size_guide", {"title": say, "note": say, "table": table}),
        block("image", {"image": picture, **alt}),
        block("gallery", {"title": say, "images": items(*2 * [{"image": picture, **alt}])}),
        block("video", {"url": "https://youtu.be/abcdefghijk", "title": say, "poster": picture}),
        block("call_to_action", {"title": say, "text": say, "tone": "strong", "links": items(link)}),
        rail(say),
        block("shop_the_look", {"title": say, "image": picture, "hotspots": items(spot)}),
        block("collection_teaser", {"collection": things.collection.pk, "title": say}),
        block("vendor_teaser", {"vendor": things.product.vendor_id, "text": say}),
        block("form", {"form": things.form.pk, "title": say}),
    ]  # fmt: skip

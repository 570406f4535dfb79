"""Products on sale, and stories written and published as the admin does it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from cms.stories.models import ProductStory
from cms.stories.services import opening
from commerce.catalogue.models import Product
from commerce.storefront.services import documents
from common.outbox.models import OutboxEvent
from identity.models import User
from tests.cms.blocks import block
from tests.factories import make_product, make_user

STORE = "/api/v1/store/products"


def sold(**fields: Any) -> Product:
    """Return a product that shoppers see."""
    product = make_product(**fields)
    documents.rebuild(product_ids=[product.pk])
    return product


def make_editor(*groups: str) -> User:
    """Return somebody who writes pages."""
    person = make_user(is_staff=True)
    person.groups.set(Group.objects.filter(name__in=groups or ("Editors",)))
    return person


def opened(product: Product, *, locale: str = "en", by: Any = None) -> ProductStory:
    """Return the story of a product, begun if need be."""
    return opening.open_story(
        product_id=product.pk, locale=locale, by=by or make_editor(), at=timezone.now()
    )


def quote(text: str) -> dict[str, Any]:
    """Return a stored block."""
    return block("quote", {"text": text, "attribution": ""})


def told(product: Product, *, locale: str = "en", **fields: Any) -> ProductStory:
    """Return the story of a product, published with these fields."""
    story = opened(product, locale=locale)
    for name, value in {"body": [quote("Told")], **fields}.items():
        setattr(story, name, value)
    story.save_revision().publish()
    return again(story)


def again(story: ProductStory) -> ProductStory:
    """Return the story as it is stored."""
    return ProductStory.objects.get(pk=story.pk)


def seen(product: Product, *, locale: str = "en") -> Any:
    """Return the answer shoppers get."""
    return Client().get(f"{STORE}/{product.slug}/", {"locale": locale})


def texts(product: Product, *, locale: str = "en") -> list[str]:
    """Return the texts of the quotes shoppers read."""
    content = seen(product, locale=locale).json()["content"]
    return [each["value"]["text"] for each in content if each["type"] == "quote"]


def events(*types: str) -> Iterable[OutboxEvent]:
    """Return what was told of content, in order."""
    return OutboxEvent.objects.filter(type__startswith="product_content.").order_by("pk")

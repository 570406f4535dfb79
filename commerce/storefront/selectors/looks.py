"""Single pieces, by the id of what is put into a basket."""

from collections.abc import Sequence
from typing import Any

import orjson
from django.db.models import QuerySet

from commerce.storefront.models import ProductDocument


def pieces(
    servable: QuerySet[ProductDocument], variant_ids: Sequence[int]
) -> QuerySet[ProductDocument]:
    """Return a row for each of the variants that is sold, of documents that shoppers may see."""
    return servable.filter(variants__variant__in=variant_ids, variants__variant__is_public=True)


def told(item: str, sku: str, detail: str) -> dict[str, Any]:
    """Return `{"product", "variant"}` from the texts of a document."""
    every = orjson.loads(detail)["variants"]
    return {
        "product": orjson.loads(item),
        "variant": next(each for each in every if each["sku"] == sku),
    }

from commerce.catalogue.models.category import Category
from commerce.catalogue.models.collection import Collection, CollectionMember
from commerce.catalogue.models.option import OptionType, OptionValue
from commerce.catalogue.models.product import Product, ProductImage

from oscar.apps.catalogue.models import *  # noqa: F403  isort: skip

__all__ = [
    "Category",
    "Collection",
    "CollectionMember",
    "OptionType",
    "OptionValue",
    "Product",
    "ProductImage",
]

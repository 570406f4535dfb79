from typing import TYPE_CHECKING, Any

from commerce.catalogue.models.category import Category
from commerce.catalogue.models.collection import Collection, CollectionMember
from commerce.catalogue.models.imported import ImportedProduct
from commerce.catalogue.models.option import OptionType, OptionValue
from commerce.catalogue.models.product import Product, ProductImage

from oscar.apps.catalogue.models import *  # noqa: F403  isort: skip

if TYPE_CHECKING:
    AttributeOption: Any
    AttributeOptionGroup: Any
    ProductAttribute: Any
    ProductAttributeValue: Any
    ProductCategory: Any
    ProductClass: Any
    ProductRecommendation: Any

__all__ = [
    "AttributeOption",
    "AttributeOptionGroup",
    "Category",
    "Collection",
    "CollectionMember",
    "ImportedProduct",
    "OptionType",
    "OptionValue",
    "Product",
    "ProductAttribute",
    "ProductAttributeValue",
    "ProductCategory",
    "ProductClass",
    "ProductImage",
    "ProductRecommendation",
]

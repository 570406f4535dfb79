from commerce.storefront.models.content import ProductContent
from commerce.storefront.models.document import ProductDocument, VariantDocument
from commerce.storefront.models.vocabulary import SearchWord

__all__ = ["ProductContent", "ProductDocument", "SearchWord", "VariantDocument"]

"""The read side: one stored answer per product, locale and currency."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from common.fields import MoneyField


class ProductDocument(models.Model):
    """A product as shoppers read it: JSON text ready to send, and columns to filter and sort by.

    `terms` holds `option.size=M` and `attr.material=silk` of all its variants. It is found by the
    words in `search` and ranked by those in `named`, a column that PostgreSQL generates of `search`
    (migration 0004): all words but those of its story.
    """

    product = models.ForeignKey(
        "catalogue.Product", on_delete=models.CASCADE, related_name="documents"
    )
    vendor = models.ForeignKey("partner.Partner", on_delete=models.CASCADE, related_name="+")
    locale = models.CharField(max_length=12)
    currency = models.CharField(max_length=3)
    slug = models.SlugField(max_length=255)
    item = models.TextField()
    detail = models.TextField()
    title = models.CharField(max_length=255)
    price_min = MoneyField()
    price_max = MoneyField()
    price_valid_until = models.DateTimeField(null=True)
    in_stock = models.BooleanField(default=False)
    on_sale = models.BooleanField(default=False)
    made_to_measure = models.BooleanField(default=False)
    category_ids = ArrayField(models.BigIntegerField(), default=list)
    collection_ids = ArrayField(models.BigIntegerField(), default=list)
    terms = ArrayField(models.CharField(max_length=200), default=list)
    search = SearchVectorField(null=True)
    published_at = models.DateTimeField()
    popularity = models.PositiveIntegerField(default=0)
    rating = models.FloatField(default=0)
    fingerprint = models.CharField(max_length=64)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "locale", "currency"], name="document_once")
        ]
        indexes = [
            models.Index(
                fields=["locale", "currency", "-published_at", "-product"], name="document_newest"
            ),
            models.Index(
                fields=["locale", "currency", "price_min", "product"], name="document_price"
            ),
            models.Index(fields=["locale", "currency", "slug"], name="document_slug"),
            GinIndex(fields=["category_ids"], name="document_categories"),
            GinIndex(fields=["collection_ids"], name="document_collections"),
            GinIndex(fields=["terms"], name="document_terms"),
            GinIndex(fields=["search"], name="document_search"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.locale} {self.currency}"


class VariantDocument(models.Model):
    """A variant beside its product's document, so that one variant must meet all chosen options."""

    document = models.ForeignKey(ProductDocument, on_delete=models.CASCADE, related_name="variants")
    variant = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE, related_name="+")
    sku = models.CharField(max_length=128)
    price = MoneyField()
    in_stock = models.BooleanField(default=False)
    terms = ArrayField(models.CharField(max_length=200), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "variant"], name="variant_document_once")
        ]
        indexes = [GinIndex(fields=["terms"], name="variant_document_terms")]

    def __str__(self) -> str:
        return self.sku

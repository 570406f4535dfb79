"""What the CMS tells about a product, pushed down when it is published."""

from django.db import models


class ProductContent(models.Model):
    """The published content blocks of a product in a locale, and of which revision they are.

    `seo` may hold a `title` and a `description` that stand in for the product's own.
    """

    product = models.ForeignKey(
        "catalogue.Product", on_delete=models.CASCADE, related_name="contents"
    )
    locale = models.CharField(max_length=12)
    blocks = models.JSONField(default=list)
    seo = models.JSONField(default=dict)
    revision_id = models.BigIntegerField(null=True)
    published_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "locale"], name="product_content_once")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.locale}"

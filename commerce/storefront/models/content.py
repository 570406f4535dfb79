"""What the CMS tells about a product, pushed down when it is published."""

from django.db import models


class ProductContent(models.Model):
    """The published content blocks of a product in a locale."""

    product = models.ForeignKey(
        "catalogue.Product", on_delete=models.CASCADE, related_name="contents"
    )
    locale = models.CharField(max_length=12)
    blocks = models.JSONField(default=list)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "locale"], name="product_content_once")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.locale}"

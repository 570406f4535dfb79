"""What a product file said of a product when it was last read."""

from django.db import models


class ImportedProduct(models.Model):
    """The fingerprint of the rows from which a product was last written."""

    product = models.OneToOneField(
        "catalogue.Product", on_delete=models.CASCADE, related_name="imported"
    )
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.product_id} {self.fingerprint[:8]}"

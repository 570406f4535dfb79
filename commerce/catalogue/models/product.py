"""A garment of one vendor; its variants are Oscar's child products."""

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q
from oscar.apps.catalogue.abstract_models import AbstractProduct, AbstractProductImage

from common.fields import PublicIdField


class ProductQuerySet(models.QuerySet["Product"]):
    """Adjectives for products."""

    def canonical(self) -> "ProductQuerySet":
        """Leave out variants."""
        return self.exclude(structure="child")

    def on_sale_anywhere(self) -> "ProductQuerySet":
        """Keep what shoppers may see: approved, public, of an approved and open vendor."""
        return self.canonical().filter(
            is_public=True,
            status=Product.Status.APPROVED,
            vendor__status="approved",
            vendor__is_open=True,
        )


class Product(AbstractProduct):  # type: ignore[misc]
    """Oscar's product with an owner, a moderation status and a slug of its own.

    `option_types` of a parent lists its options in order: `[{"code": "size", "name": "Size"}]`.
    `variant_options` of a child names its value for each: `{"size": "M"}`.
    """

    class Status(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        APPROVED = "approved"
        DECLINED = "declined"
        ARCHIVED = "archived"

    public_id = PublicIdField(prefix="prd")
    vendor = models.ForeignKey(
        "partner.Partner", null=True, blank=True, on_delete=models.PROTECT, related_name="products"
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT, db_index=True)
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    option_types = models.JSONField(default=list, blank=True)
    variant_options = models.JSONField(default=dict, blank=True)
    variant_position = models.PositiveSmallIntegerField(default=0)
    gtin = models.CharField(max_length=14, blank=True)
    weight_g = models.PositiveIntegerField(null=True, blank=True)
    tags = models.JSONField(default=list, blank=True)
    is_made_to_measure = models.BooleanField(default=False)
    lead_time_days = models.PositiveSmallIntegerField(null=True, blank=True)
    popularity = models.PositiveIntegerField(default=0)
    review_count = models.PositiveIntegerField(default=0)
    import_reference = models.CharField(max_length=255, blank=True)

    objects = ProductQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=~Q(structure="child"), name="product_slug_once"
            ),
            models.UniqueConstraint(
                fields=["parent", "variant_options"],
                condition=Q(structure="child"),
                name="product_variant_once",
            ),
            models.UniqueConstraint(
                fields=["vendor", "import_reference"],
                condition=~Q(import_reference="") & ~Q(structure="child"),
                name="product_import_reference_once",
            ),
            models.CheckConstraint(
                condition=Q(structure="child") | Q(vendor__isnull=False),
                name="product_has_vendor",
            ),
        ]


class ProductImage(AbstractProductImage):  # type: ignore[misc]
    """A picture of a product in the platform's one image library; `caption` is its alt text.

    `source_url` is where an imported picture comes from; while there is no `image`, it waits to be
    fetched: not before `fetch_due_at`, and not again once `fetch_tries` are used up.
    """

    original = None
    code = None
    image = models.ForeignKey(
        "media.Picture",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="product_uses",
    )
    source_url = models.URLField(max_length=1000, blank=True)
    fetch_error = models.CharField(max_length=255, blank=True)
    fetch_tries = models.PositiveSmallIntegerField(default=0)
    fetch_due_at = models.DateTimeField(null=True, blank=True)

    class Meta(AbstractProductImage.Meta):
        abstract = False
        indexes = [
            models.Index(
                fields=["fetch_due_at", "id"],
                condition=Q(image__isnull=True),
                name="product_image_waiting",
            ),
            HashIndex(fields=["source_url"], name="product_image_from"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(image__isnull=False) | ~Q(source_url=""),
                name="product_image_has_source",
            )
        ]

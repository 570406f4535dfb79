"""Products brought together by an editor or by a rule."""

from django.db import models
from django.db.models import Q


class Collection(models.Model):
    """A curated set of products; its members are kept in rows, whoever chose them.

    `rule` is described in `commerce.catalogue.rules`; `sort` orders what a rule chose.
    """

    class Kind(models.TextChoices):
        MANUAL = "manual"
        RULE = "rule"

    class Sort(models.TextChoices):
        NEWEST = "newest", "Newest first"
        PRICE_UP = "price", "Lowest price first"
        PRICE_DOWN = "-price", "Highest price first"
        POPULARITY = "popularity", "Most popular first"
        TITLE = "title", "By title"

    slug = models.SlugField(max_length=128, unique=True)
    title = models.CharField(max_length=255)
    description = models.TextField(blank=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.MANUAL)
    rule = models.JSONField(default=dict, blank=True)
    sort = models.CharField(max_length=12, choices=Sort, default=Sort.NEWEST)
    is_public = models.BooleanField(default=True)
    image = models.ForeignKey(
        "media.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    position = models.PositiveSmallIntegerField(default=0)
    products = models.ManyToManyField(
        "catalogue.Product", through="CollectionMember", related_name="collections"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    @property
    def order(self) -> str:
        """Return `position` where a person orders the products, else the sort."""
        return "position" if self.kind == self.Kind.MANUAL else str(self.sort)


class CollectionMember(models.Model):
    """A product's place in a collection.

    Where a rule chooses, `position` orders the pinned ones; an excluded one is never shown and
    is kept to remember it.
    """

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="members")
    product = models.ForeignKey(
        "catalogue.Product", on_delete=models.CASCADE, related_name="memberships"
    )
    position = models.PositiveIntegerField(default=0)
    is_pinned = models.BooleanField(default=False)
    is_excluded = models.BooleanField(default=False)

    class Meta:
        ordering = ["-is_pinned", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "product"], name="collection_member_once"
            ),
            models.CheckConstraint(
                condition=Q(is_pinned=False) | Q(is_excluded=False),
                name="collection_member_pinned_or_excluded",
            ),
        ]
        indexes = [
            models.Index(
                fields=["collection", "position"],
                condition=Q(is_pinned=True),
                name="collection_member_pinned",
            )
        ]

    def __str__(self) -> str:
        return f"{self.collection} · {self.product}"

"""What searches find in pages, and what editors put above the results.

`wagtail.contrib.search_promotions` knows pages and addresses only; here a garment or a collection
is promoted as well, and neither is shown while shoppers may not see it.
"""

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.models import Locale

from commerce.storefront.search.words import words_of

TARGETS = ("page", "product", "collection")
_ONE_TARGET = Q()
for _name in TARGETS:
    _ONE_TARGET |= Q(
        **{f"{_name}__isnull": False},
        **{f"{other}__isnull": True for other in TARGETS if other != _name},
    )
ONCE = "promotion_once"
TAKEN = "This is promoted for these words already. Change that one, or write other words."


class PageWords(models.Model):
    """The words of a page, folded and stemmed in its language: A of its title, C of the rest.

    Those of the title are there as they are, too.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="search_words"
    )
    vector = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["vector"], name="page_words", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.page_id)


def normal(text: str) -> str:
    """Return the words of a search without case, accents, plurals and order."""
    return " ".join(sorted(set(words_of(text))))


class Promotion(models.Model):
    """A page, a product or a collection that stands above what a search finds."""

    words = models.CharField(
        "search words", max_length=120,
        help_text="Shown for searches of exactly these words; case, accents, plurals and order "
        "do not count.",
    )  # fmt: skip
    normal = models.CharField(max_length=250, editable=False)
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name="language"
    )
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    product = models.ForeignKey(
        "catalogue.Product", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    collection = models.ForeignKey(
        "catalogue.Collection", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower ones come first.")

    class Meta:
        verbose_name = "promoted result"
        ordering = ["words", "position", "pk"]
        indexes = [models.Index(fields=["normal", "locale"], name="promotion_words")]
        constraints = [
            models.CheckConstraint(condition=_ONE_TARGET, name="promotion_has_one_target"),
            models.CheckConstraint(condition=~Q(normal=""), name="promotion_has_words"),
            models.UniqueConstraint(
                fields=["normal", "locale", *TARGETS],
                name=ONCE,
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def target(self) -> Any:
        """The page, product or collection."""
        return self.page or self.product or self.collection

    def clean(self) -> None:
        """Take down the words as searches are compared.

        :raises ValidationError: when there are none, or not exactly one target.
        """
        self.normal = normal(self.words)
        if not self.normal:
            raise ValidationError({"words": "Write at least one word."})
        if sum(getattr(self, f"{name}_id") is not None for name in TARGETS) != 1:
            raise ValidationError("Choose one page, one product or one collection.")

    def validate_constraints(self, exclude: Any = None) -> None:
        """Check the words as searches are compared, which no form shows.

        What else the database forbids `clean` has said already.

        :raises ValidationError: when the same is promoted for the same words already.
        """
        once = next(each for each in self._meta.constraints if each.name == ONCE)
        try:
            once.validate(Promotion, self, exclude=set(exclude or ()) - {"normal"})
        except ValidationError:
            raise ValidationError(TAKEN) from None

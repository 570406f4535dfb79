"""What the lists of choosers can be narrowed to."""

from functools import reduce
from operator import and_
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.forms.choosers import BaseFilterForm

from commerce.catalogue.models import Category, Collection, CollectionMember, Product
from commerce.catalogue.selectors.buyable import buyable_pieces, buyable_products
from commerce.partner.models import Partner

NARROWS = {"data-chooser-modal-search-filter": True}


class WordsFilter(BaseFilterForm):  # type: ignore[misc]
    """Keeps the rows in which every word occurs in one of `names`."""

    names: ClassVar[tuple[str, ...]] = ()
    q = forms.CharField(
        label="Search",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"id": "id_q", "placeholder": "Search", "type": "search"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The dialog lies over a page whose own fields may be called the same.
        super().__init__(*args, auto_id="chooser_%s", **kwargs)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that hold all the words and that the other fields let pass."""
        found = super().filter(objects)
        said = {name: each for name, each in self.cleaned_data.items() if each}
        self.is_searching, self.search_query = bool(said), said.pop("q", "")
        for name, value in said.items():
            found = getattr(self, f"by_{name}")(found, value)
        words = self.search_query.split()
        return found.filter(reduce(and_, (self._holds(each) for each in words))) if words else found

    def _holds(self, word: str) -> Q:
        return Q.create([(f"{name}__icontains", word) for name in self.names], connector=Q.OR)


class _Branch(forms.ModelChoiceField):
    """Chooses a category; those below others are set in."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name behind as many spaces as it is deep."""
        return "\u2003" * (obj.depth - 1) + str(obj.name)


def _one_of(rows: Any, kind: Any, **said: Any) -> forms.ModelChoiceField:
    found: forms.ModelChoiceField = kind(
        rows, required=False, widget=forms.Select(attrs=NARROWS), **said
    )
    return found


def _tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs=NARROWS)
    )


class ProductFilter(WordsFilter):
    """Products of a vendor, in a category or what is below it, in a collection; to be had now."""

    vendor = _one_of(
        Partner.objects.order_by("name", "pk"), forms.ModelChoiceField, empty_label="All vendors"
    )
    category = _one_of(Category.objects.order_by("path"), _Branch, empty_label="All categories")
    collection = _one_of(
        Collection.objects.order_by("title", "pk"), forms.ModelChoiceField,
        empty_label="All collections",
    )  # fmt: skip
    buyable = _tick("Only what shoppers can buy now")

    def by_vendor(self, rows: QuerySet[Any], vendor: Partner) -> QuerySet[Any]:
        """Return those of the vendor."""
        return self.of(rows, Product.objects.canonical().filter(vendor=vendor))

    def by_category(self, rows: QuerySet[Any], category: Category) -> QuerySet[Any]:
        """Return those in the category or below it."""
        below = Category.objects.filter(path__startswith=category.path)
        return self.of(rows, Product.objects.canonical().filter(categories__in=below))

    def by_collection(self, rows: QuerySet[Any], collection: Collection) -> QuerySet[Any]:
        """Return those that the collection shows."""
        members = CollectionMember.objects.filter(collection=collection, is_excluded=False)
        return self.of(rows, Product.objects.filter(pk__in=members.values("product")))

    def by_buyable(self, rows: QuerySet[Any], said: bool) -> QuerySet[Any]:
        """Return those that are on sale with something left."""
        return rows.filter(pk__in=buyable_products(at=timezone.now()).values("pk"))

    def of(self, rows: QuerySet[Any], products: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that are one of the products."""
        return rows.filter(pk__in=products.values("pk"))


class PieceFilter(ProductFilter):
    """The same of pieces: a variant is where its product is."""

    def by_buyable(self, rows: QuerySet[Any], said: bool) -> QuerySet[Any]:
        """Return those of which something is left."""
        return rows.filter(pk__in=buyable_pieces(at=timezone.now()).values("pk"))

    def of(self, rows: QuerySet[Any], products: QuerySet[Any]) -> QuerySet[Any]:
        """Return the products themselves and their variants."""
        keys = products.values("pk")
        return rows.filter(Q(pk__in=keys) | Q(parent__in=keys))


class CollectionFilter(WordsFilter):
    """Collections that shoppers see."""

    shown = _tick("Only what shoppers see")

    def by_shown(self, rows: QuerySet[Any], said: bool) -> QuerySet[Any]:
        """Return the public ones."""
        return rows.filter(is_public=True)


class VendorFilter(WordsFilter):
    """Vendors that sell."""

    trading = _tick("Only vendors who sell now")

    def by_trading(self, rows: QuerySet[Any], said: bool) -> QuerySet[Any]:
        """Return the approved and open ones."""
        return rows.filter(status=Partner.Status.APPROVED, is_open=True)

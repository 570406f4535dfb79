"""Rows of products that a person puts in order: with pictures, and loaded all at once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from wagtail.admin.telepath import JSContext

from cms.core.choosers import product_chooser
from cms.core.choosing.cards import furnish
from commerce.catalogue.models import Product

MOST = 500
GONE = "This product is no longer in the shop: remove the row."
MEDIA = forms.Media(js=["desk/members.js"])
Known = dict[str, Product]


class MemberChooser(product_chooser.widget_class):  # type: ignore[misc, name-defined]
    """Shows a product of those that its rows were loaded with."""

    known: Known

    def __init__(self) -> None:
        super().__init__(show_clear_link=False)
        self.known = {}

    def get_instance(self, value: Any) -> Product | None:
        """Return the product, or nothing where there is none of this key."""
        return self.known.get(str(getattr(value, "pk", value)))


class MemberField(forms.ModelChoiceField):
    """Takes a product of those that its rows were loaded with."""

    def to_python(self, value: Any) -> Product | None:
        """Return the product.

        :raises ValidationError: when there is none of this key.
        """
        if value in self.empty_values:
            return None
        found: Product | None = self.widget.get_instance(value)  # type: ignore[attr-defined]
        if found is None:
            raise ValidationError(GONE, code="invalid_choice")
        return found


class MemberForm(forms.Form):
    """A product of the collection."""

    product = MemberField(Product.objects.canonical(), required=False, widget=MemberChooser())

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].widget.known = known  # type: ignore[attr-defined]


class MemberRows(forms.BaseFormSet):
    """The products of a list; what they cost to load does not depend on how many they are."""

    @cached_property
    def known(self) -> Known:
        """The products of the rows by key, each with what its row shows."""
        names = (f"{self.prefix}-{n}-product" for n in range(self.total_form_count()))
        said = [str(self.data.get(name, "")) for name in names] if self.is_bound else []
        keys = {
            int(each) for each in said if each.isascii() and each.isdecimal() and len(each) < 19
        }
        keys |= {each["product"].pk for each in self.initial or ()}
        found = Product.objects.canonical().select_related("vendor").filter(pk__in=keys)
        furnish(list(found))
        return {str(each.pk): each for each in found}

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Hand each row the products."""
        return {**super().get_form_kwargs(index), "known": self.known}

    @property
    def placed(self) -> list[Any]:
        """The rows as their numbers say, so that an order that was not saved is not lost."""
        return sorted(self.forms, key=lambda row: _place(row["ORDER"].value()))

    @property
    def most(self) -> int:
        """How many products there may be."""
        return MOST

    @property
    def chooser(self) -> Any:
        """What the script needs in order to choose several at once."""
        return JSContext().pack(self.empty_form.fields["product"].widget)

    @property
    def keys(self) -> list[int]:
        """The keys of the products, in order."""
        if not self.is_bound:
            return [each["product"].pk for each in self.initial or ()]
        if not self.is_valid():
            return []
        said = [row.cleaned_data.get("product") for row in self.ordered_forms]
        return list(dict.fromkeys(each.pk for each in said if each))

    @property
    def said(self) -> list[dict[str, Any]]:
        """What it holds, in the shape of its initial data."""
        return [{"product": key} for key in self.keys]

    def write_into(self, data: QueryDict) -> None:
        """Have the data of a form say what this list holds."""
        for name in [each for each in data if each.startswith(f"{self.prefix}-")]:
            del data[name]
        for name in ("TOTAL_FORMS", "INITIAL_FORMS"):
            data[f"{self.prefix}-{name}"] = str(len(self.keys))
        for place, key in enumerate(self.keys):
            data[f"{self.prefix}-{place}-product"] = str(key)
            data[f"{self.prefix}-{place}-ORDER"] = str(place + 1)

    def beside(self, mine: "MemberRows") -> str:
        """Return what the list holds and mine does not, and the other way round."""
        theirs, ours = self._names(mine), mine._names(self)
        added = f"Saved there, and not in your list: {theirs}. " if theirs else ""
        gone = f"In your list, and not saved there: {ours}. " if ours else ""
        return f"{added}{gone}".strip() or "The same products, in another order."

    def _names(self, other: "MemberRows") -> str:
        there = set(other.keys)
        return ", ".join(str(self.known[str(key)]) for key in self.keys if key not in there)


Members = forms.formset_factory(
    MemberForm, formset=MemberRows, extra=0, can_order=True, can_delete=True,
    max_num=MOST, validate_max=True, absolute_max=2 * MOST,
)  # fmt: skip


def _place(said: Any) -> int:
    text = str(said)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 10**9

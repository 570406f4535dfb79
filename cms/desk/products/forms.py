"""The form of a product itself, of a row of its pictures and of a row of its variants."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from cms.desk.products import words
from cms.desk.products.words import HtmlArea
from cms.desk.ruling import held_to
from cms.desk.screens import PictureChooser
from commerce.catalogue import limits
from commerce.catalogue.models import (
    AttributeOption,  # type: ignore[attr-defined]
    Category,
    Product,
    ProductAttribute,  # type: ignore[attr-defined]
    ProductClass,  # type: ignore[attr-defined]
)
from commerce.catalogue.services import products, wording
from commerce.catalogue.services.dictionary import CHOSEN
from commerce.partner.models import Partner
from common.media.models import Picture

OPTIONS = 3
MOST_ROWS = 200
TABLE = "It has a table, which becomes plain text once you change the description here."
MOST_PIECES = 2_147_483_647
_ADDRESS = held_to(wording.address, most=products.MAX_SLUG)


class IndentedCategories(forms.ModelMultipleChoiceField):
    """Ticks for categories, those below others set in."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name behind as many spaces as it is deep."""
        return "\u2003" * (obj.depth - 1) + str(obj.name)


class ProductForm(forms.Form):
    """What a product says of itself."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(max_length=255)
    vendor = forms.ModelChoiceField(Partner.objects.order_by("name"), empty_label="Choose a vendor")
    slug = forms.CharField(
        label="Address", max_length=products.MAX_SLUG, required=False,
        help_text="The last part of the product's address: a-z, 0-9 and dashes.",
    )  # fmt: skip
    product_class = forms.CharField(
        label="Type", max_length=128, required=False,
        widget=forms.TextInput({"list": "desk-types"}),
        help_text="Such as Clothes, Shoes or Bags.",
    )  # fmt: skip
    description = forms.CharField(required=False, widget=HtmlArea)
    categories = IndentedCategories(
        Category.objects.order_by("path"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_made_to_measure = forms.BooleanField(required=False, label="Made to measure")
    lead_time_days = forms.IntegerField(
        required=False, min_value=0, max_value=32_767, label="Days to make"
    )
    seo_title = forms.CharField(required=False, max_length=255, label="Title for search engines")
    seo_description = forms.CharField(
        required=False, label="Description for search engines",
        validators=[held_to(wording.seo_description)],
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, product: Product | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product = product
        if product is not None:
            del self.fields["vendor"]
            self.fields["slug"].required = True
            self.fields["slug"].validators.append(_ADDRESS)
            if "<table" in product.description:
                self.fields["description"].help_text = TABLE
        else:
            self.fields["slug"].help_text = "Leave it empty to make it of the title."
        self.types = list(ProductClass.objects.values_list("name", flat=True))
        self.attributes = _attributes(product)
        self.choices = _choices(self.attributes)
        for code, name in self.attributes.items():
            self.fields[f"attribute_{code}"] = forms.CharField(
                label=name, required=False, max_length=limits.ATTRIBUTE,
                widget=forms.TextInput({"list": f"desk-{code}"}),
            )  # fmt: skip
        for place in range(columns_of(product)):
            self.fields[f"option_{place}"] = forms.CharField(
                label=f"Option {place + 1}", required=False, max_length=64,
                widget=forms.TextInput({"data-desk-option": place, "placeholder": "None"}),
            )  # fmt: skip

    def clean_description(self) -> str:
        """Return the description as it was written.

        :raises ValidationError: when a person made it too long.
        """
        said: str = self.cleaned_data["description"]
        if self.has_new_description(said):
            held_to(wording.product_description)(words.plain(said))
        return said

    def has_new_description(self, said: str) -> bool:
        """Return whether a person changed the description, and not the editor alone."""
        area: Any = self.fields["description"].widget
        before = self.product.description if self.product else ""
        return bool(area.is_changed(before, said))

    @property
    def attribute_fields(self) -> list[Any]:
        """The fields of the attributes."""
        return [self[f"attribute_{code}"] for code in self.attributes]

    @property
    def option_fields(self) -> list[Any]:
        """The fields that name what variants differ in."""
        return [self[name] for name in self.fields if name.startswith("option_")]


class PictureForm(forms.Form):
    """A picture of a product, or one that is waiting to be fetched."""

    row = forms.IntegerField(required=False, widget=forms.HiddenInput)
    picture = forms.ModelChoiceField(
        Picture.objects.all(), required=False, widget=PictureChooser(show_clear_link=False)
    )
    alt = forms.CharField(
        required=False, max_length=200, label="What it shows",
        help_text="For shoppers who cannot see it.",
    )  # fmt: skip


class VariantForm(forms.Form):
    """A variant: its options, SKU, stock and prices."""

    variant = forms.IntegerField(required=False, widget=forms.HiddenInput)
    sku = forms.CharField(
        required=False, max_length=128, label="SKU", widget=forms.TextInput({"placeholder": "Auto"})
    )
    stock = forms.IntegerField(
        required=False, min_value=0, max_value=MOST_PIECES, show_hidden_initial=True
    )

    def __init__(self, *args: Any, columns: int = OPTIONS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        for place in range(columns):
            self.fields[f"option_{place}"] = forms.CharField(
                required=False, max_length=128, label=f"Option {place + 1}"
            )
        for currency in settings.SHOP_CURRENCIES:
            for name, label, hint in (
                ("price", "Price", ""),
                ("earlier", "Earlier price", "Earlier"),
            ):
                self.fields[f"{name}_{currency}"] = forms.DecimalField(
                    required=False, max_digits=14, decimal_places=2, label=f"{label} {currency}",
                    widget=forms.TextInput({"inputmode": "decimal", "placeholder": hint}),
                )  # fmt: skip

    def clean(self) -> Any:
        """Refuse an earlier price without a price."""
        said = super().clean() or self.cleaned_data
        for currency in settings.SHOP_CURRENCIES:
            price, earlier = f"price_{currency}", f"earlier_{currency}"
            if said.get(earlier) is not None and price in said and said[price] is None:
                self.add_error(price, ValidationError("Give a price, too."))
        return said

    @property
    def option_fields(self) -> list[Any]:
        """The fields of the options, in order."""
        return [self[f"option_{place}"] for place in range(self.columns)]

    @property
    def price_fields(self) -> list[tuple[Any, Any]]:
        """The fields of price and earlier price, a pair a currency."""
        return [
            (self[f"price_{each}"], self[f"earlier_{each}"]) for each in settings.SHOP_CURRENCIES
        ]


Pictures = forms.formset_factory(
    PictureForm, extra=0, can_order=True, can_delete=True, max_num=MOST_ROWS,
    absolute_max=MOST_ROWS,
)  # fmt: skip
Variants = forms.formset_factory(
    VariantForm, extra=0, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


def columns_of(product: Product | None) -> int:
    """Return how many options the screen has room for."""
    return max(OPTIONS, len(product.option_types)) if product else OPTIONS


def _attributes(product: Product | None) -> dict[str, str]:
    found = {code: code.replace("_", " ").capitalize() for code in sorted(CHOSEN)}
    if product is not None:
        rows = ProductAttribute.objects.filter(product_class=product.product_class)
        words = rows.filter(type__in=("text", "option")).order_by("name")
        found |= dict(words.values_list("code", "name"))
    return found


def _choices(attributes: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {code: [] for code in attributes}
    rows = AttributeOption.objects.filter(group__code__in=attributes).order_by("option")
    for code, option in rows.values_list("group__code", "option"):
        found[code].append(option)
    return found

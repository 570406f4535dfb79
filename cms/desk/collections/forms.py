"""What a collection says of itself, the rows of its rule and of its products."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from cms.core.choosers import product_chooser
from cms.desk.collections.conditions import Conditions, initial_of
from cms.desk.screens import PictureChooser
from commerce.catalogue.models import Collection, Product
from commerce.catalogue.rules import read, stored
from commerce.catalogue.rules.references import require_known
from commerce.storefront.selectors.previews import Preview, preview
from common.exceptions import Refusal
from common.media.models import Picture

MOST = 500
KINDS = [("manual", "By hand"), ("rule", "By a rule")]


class CollectionForm(forms.Form):
    """What a collection says of itself."""

    title = forms.CharField(max_length=255)
    slug = forms.CharField(
        label="Address", max_length=128, required=False,
        help_text="The last part of the collection's address: a-z, 0-9 and dashes.",
    )  # fmt: skip
    description = forms.CharField(required=False, widget=forms.Textarea({"rows": 3}))
    image = forms.ModelChoiceField(
        Picture.objects.all(), required=False, widget=PictureChooser, label="Picture"
    )
    position = forms.IntegerField(
        min_value=0, max_value=32_767, initial=0, help_text="Lower ones come first."
    )
    is_public = forms.BooleanField(required=False, initial=True, label="Shoppers see it")
    kind = forms.ChoiceField(
        choices=KINDS, initial="manual", widget=forms.RadioSelect, label="Who chooses the products"
    )
    match = forms.ChoiceField(
        choices=[("all", "All conditions hold"), ("any", "Any condition holds")], initial="all",
        required=False, label="A product is in it when",
    )  # fmt: skip
    sort = forms.ChoiceField(
        choices=Collection.Sort.choices, initial="newest", required=False,
        help_text="Pinned products come before all others.",
    )  # fmt: skip

    def clean_sort(self) -> str:
        """Return the sort, that of a form without one too."""
        return self.cleaned_data["sort"] or "newest"


class MemberForm(forms.Form):
    """A product of the collection."""

    product = forms.ModelChoiceField(
        Product.objects.canonical(),
        required=False,
        widget=product_chooser.widget_class(show_clear_link=False),
    )


Members = forms.formset_factory(
    MemberForm, extra=0, can_order=True, can_delete=True, max_num=MOST, absolute_max=MOST
)


class CollectionForms:
    """The collection, its rule and its products on one screen."""

    def __init__(self, data: Any, collection: Collection | None, *, has_rule: bool = False) -> None:
        names = ("title", "slug", "description", "image", "position", "is_public", "kind", "sort")
        own = {name: getattr(collection, name) for name in names} if collection else {}
        rule = stored(collection.rule) if collection else None
        self.own = CollectionForm(data, initial=own | {"match": rule.match if rule else "all"})
        self.own.fields["slug"].required = collection is not None
        if collection is None:
            self.own.fields["slug"].help_text = "Leave it empty to make it of the title."
        self.has_rule = has_rule or bool(collection and collection.kind == Collection.Kind.RULE)
        said = rule.as_json()["conditions"] if rule else []
        self.conditions = Conditions(
            data, prefix="rule", initial=[initial_of(each) for each in said]
        )
        self._add_products(data, collection)
        self.rule, self.rule_problem = rule, ""

    def _add_products(self, data: Any, collection: Collection | None) -> None:
        rows = collection.members.select_related("product") if collection else ()
        pinned = [{"product": each.product} for each in rows if each.is_pinned]
        excluded = [{"product": each.product} for each in rows if each.is_excluded]
        members = [{"product": each.product} for each in rows if not each.is_excluded]
        by_hand = (None, []) if self.has_rule else (data, members)
        self.rows = Members(by_hand[0], prefix="members", initial=by_hand[1])
        self.pinned = Members(data, prefix="pinned", initial=pinned)
        self.excluded = Members(data, prefix="excluded", initial=excluded)

    @property
    def media(self) -> Any:
        """What the widgets load."""
        return self.own.media + self.rows.empty_form.media

    @property
    def is_ruled(self) -> bool:
        """Whether a rule is to choose the products."""
        return str(self.own["kind"].value()) == "rule"

    def is_valid(self) -> bool:
        """Return whether all of it is."""
        checked = [self.own.is_valid()]
        if self.is_ruled:
            parts = (self.conditions, self.pinned, self.excluded)
            checked += [each.is_valid() for each in parts]
            checked += [self._rule_is_valid(), self._picks_are_valid()]
        elif not self.has_rule:
            checked.append(self.rows.is_valid())
        return all(checked)

    def _rule_is_valid(self) -> bool:
        said = [(form, form.as_json()) for form in self.conditions.forms]
        used = [(form, each) for form, each in said if each is not None]
        match = self.own["match"].value() or "all"
        self.rule = None
        try:
            rule = read({"match": match, "conditions": [each for _, each in used]})
            require_known(rule)
        except Refusal as refusal:
            self.show(refusal, [form for form, _ in used])
            return False
        self.rule = rule
        return True

    def show(self, refusal: Refusal, used: list[Any]) -> None:
        """Put a refusal of the rule to the row it is about, or above the rows."""
        place = refusal.pointer.split("/")[3:4]
        if place:
            used[int(place[0])].add_error(None, refusal.detail)
        elif not used:
            self.rule_problem = "Add a condition: what is true of the products you want?"
        else:
            self.rule_problem = refusal.detail

    def _picks_are_valid(self) -> bool:
        both = set(keys(self.pinned)) & set(keys(self.excluded))
        for form in self.excluded.forms:
            if (product := form.cleaned_data.get("product")) and product.pk in both:
                form.add_error("product", "It is pinned too: take it off one of the lists.")
        return not both

    def preview(self) -> Preview | None:
        """Return what shoppers would see, or nothing while a rule is not finished."""
        if self.is_ruled or self.has_rule:
            if self.rule is None and not self.is_ruled and self.conditions.is_valid():
                self._rule_is_valid()
            if self.rule is None:
                return None
            first, excluded = keys(self.pinned), keys(self.excluded)
        else:
            first, excluded = keys(self.rows), []
        sort = self.own["sort"].value()
        return preview(
            rule=self.rule if self.is_ruled or self.has_rule else None,
            first=first, excluded=excluded,
            sort=sort if sort in Collection.Sort.values else "newest",
            locale=settings.SHOP_LOCALES[0], currency=settings.OSCAR_DEFAULT_CURRENCY,
            at=timezone.now(),
        )  # fmt: skip


def keys(rows: Any) -> list[int]:
    """Return the keys of the products in rows, in order."""
    if not rows.is_bound:
        return [each["product"].pk for each in rows.initial or ()]
    if not rows.is_valid():
        return []
    said = [row.cleaned_data.get("product") for row in rows.ordered_forms]
    return list(dict.fromkeys(each.pk for each in said if each))

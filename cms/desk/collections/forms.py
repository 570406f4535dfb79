"""What a collection says of itself, the rows of its rule and of its products."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from cms.core.seen import carry, picture
from cms.desk.collections.conditions import Conditions, initial_of
from cms.desk.collections.members import MEDIA, Members
from cms.desk.collections.ruling import rule_of
from cms.desk.ruling import held_to
from cms.desk.screens import PictureChooser
from commerce.catalogue.models import Collection
from commerce.catalogue.rules import stored
from commerce.catalogue.services import collections, wording
from commerce.storefront.selectors.previews import Preview, preview
from common.media.models import Picture

TWICE = "It is pinned too: take it off one of the lists."
KINDS = [("manual", "By hand"), ("rule", "By a rule")]


class CollectionForm(forms.Form):
    """What a collection says of itself."""

    title = forms.CharField(max_length=255)
    slug = forms.CharField(
        label="Address", max_length=collections.MAX_SLUG, required=False,
        validators=[held_to(wording.address, most=collections.MAX_SLUG)],
        help_text="The last part of the collection's address: a-z, 0-9 and dashes.",
    )  # fmt: skip
    description = forms.CharField(
        required=False, widget=forms.Textarea({"rows": 3}),
        validators=[held_to(wording.description)],
    )  # fmt: skip
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


class CollectionForms:
    """The collection, its rule and its products on one screen."""

    rows: Any
    pinned: Any
    excluded: Any

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
        self.rule, self.kept_rule, self.rule_problem = rule, rule, ""
        self.picked_twice: list[str] = []
        if collection is not None:
            carry(self.own, *self._sets())

    def _add_products(self, data: Any, collection: Collection | None) -> None:
        rows = collection.members.select_related("product") if collection else ()
        pinned = [{"product": each.product} for each in rows if each.is_pinned]
        excluded = [{"product": each.product} for each in rows if each.is_excluded]
        members = [{"product": each.product} for each in rows if not each.is_excluded]
        by_hand = (None, []) if self.has_rule else (data, members)
        self.rows = Members(by_hand[0], prefix="members", initial=by_hand[1])
        self.pinned = Members(data, prefix="pinned", initial=pinned)
        self.excluded = Members(data, prefix="excluded", initial=excluded)

    def _sets(self) -> list[tuple[str, Any]]:
        names = {"rule": self.conditions, **self.lists()}
        return [(name, rows.initial) for name, rows in names.items()]

    def lists(self) -> dict[str, Any]:
        """Return the rows of products by what they are called."""
        return {
            "products": self.rows, "pinned_products": self.pinned,
            "excluded_products": self.excluded,
        }  # fmt: skip

    def seen(self) -> dict[str, str]:
        """Return a sign of what each part of the screen shows before anybody writes into it."""
        return picture(self.own, *self._sets())

    @property
    def media(self) -> Any:
        """What the widgets load."""
        return self.own.media + self.rows.empty_form.media + MEDIA

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
        match = self.own["match"].value() or "all"
        self.rule, self.rule_problem = rule_of(
            self.conditions.forms, match=match, kept=self.kept_rule
        )
        return self.rule is not None

    def troubles(self) -> list[dict[str, str]]:
        """Return what is wrong with the conditions in which somebody has written already.

        `name` is the field that it is told at, `said` what is wrong there.
        """
        return [
            {"name": row[name].html_name, "said": str(error), "place": str(n)}
            for n, row in enumerate(self.conditions.forms, 1)
            if any(str(row[name].value() or "").strip() for name in ("amount", "number", "values"))
            for name, errors in row.errors.items()
            if name in row.fields
            for error in errors
        ]

    def _picks_are_valid(self) -> bool:
        both = set(self.pinned.keys) & set(self.excluded.keys)
        self.picked_twice = [str(self.excluded.known[str(pk)]) for pk in sorted(both)]
        for form in self.excluded.forms:
            if (product := form.cleaned_data.get("product")) and product.pk in both:
                form.add_error("product", TWICE)
        return not both

    def clashes(self) -> list[str]:
        """Return what is wrong with the products that are pinned and excluded at once."""
        return [f"{title}: {TWICE}" for title in self.picked_twice]

    def preview(self) -> Preview | None:
        """Return what shoppers would see, or nothing while a rule is not finished."""
        if self.is_ruled or self.has_rule:
            if self.rule is None and not self.is_ruled and self.conditions.is_valid():
                self._rule_is_valid()
            if self.rule is None:
                return None
            first, excluded = self.pinned.keys, self.excluded.keys
        else:
            first, excluded = self.rows.keys, []
        sort = self.own["sort"].value()
        return preview(
            rule=self.rule if self.is_ruled or self.has_rule else None,
            first=first, excluded=excluded,
            sort=sort if sort in Collection.Sort.values else "newest",
            locale=settings.SHOP_LOCALES[0], currency=settings.OSCAR_DEFAULT_CURRENCY,
            at=timezone.now(),
        )  # fmt: skip

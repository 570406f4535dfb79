"""Forms that say a discount in one sentence."""

from abc import abstractmethod
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput

from cms.core.choosers import collection_chooser, vendor_chooser
from commerce.catalogue.models import Collection
from commerce.offer.models import ConditionalOffer
from commerce.offer.selectors.terms import terms_of
from commerce.offer.services.offers import OfferFacts
from commerce.offer.terms import Kind, Scope, Terms
from commerce.partner.models import Partner
from commerce.voucher.models import Voucher
from commerce.voucher.services.vouchers import VoucherFacts

TERMS = ("kind", "value", "currency", "scope", "vendor", "collection")
_ = gettext_lazy


class TermsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The part of both forms that says what is given on what.

    Rules that the fields cannot say stand as they are: then the fields are not there.
    """

    kind = forms.ChoiceField(
        label=_("Discount"), widget=forms.RadioSelect, initial="percentage",
        choices=(("percentage", _("Per cent off each piece")), ("fixed", _("An amount off the order"))),
    )  # fmt: skip
    value = forms.DecimalField(
        label=_("How much"), max_digits=12, decimal_places=2, min_value=0,
        help_text=_("10 for ten per cent, or the amount of money."),
    )  # fmt: skip
    currency = forms.ChoiceField(
        label=_("Currency"), required=False,
        choices=(("", "—"), *((each, each) for each in settings.SHOP_CURRENCIES)),
        help_text=_("For amounts only: they are given to orders in this currency."),
    )  # fmt: skip
    scope = forms.ChoiceField(
        label=_("On what"), widget=forms.RadioSelect, initial="all",
        choices=(
            ("all", _("Everything")), ("vendor", _("All of one vendor")),
            ("collection", _("One collection")),
        ),
    )  # fmt: skip
    vendor = forms.ModelChoiceField(
        Partner.objects.all(), label=_("Vendor"), required=False,
        widget=vendor_chooser.widget_class,
    )  # fmt: skip
    collection = forms.ModelChoiceField(
        Collection.objects.all(), label=_("Collection"), required=False,
        widget=collection_chooser.widget_class,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer = self.offer()
        found = terms_of(offer) if offer is not None else None
        self.has_terms = found is not None or not self.instance.pk
        if not self.has_terms:
            for name in TERMS:
                del self.fields[name]
        if found is not None:
            self.initial.update(
                kind=found.kind, value=found.value, currency=found.currency, scope=found.scope
            )
            if found.scope != "all":
                self.initial[found.scope] = found.target_id

    @abstractmethod
    def offer(self) -> ConditionalOffer | None:
        """Return the one offer whose terms these are."""

    def clean(self) -> dict[str, Any]:
        """Hold the answers against one another."""
        said = super().clean() or self.cleaned_data
        if said.get("kind") == "fixed" and not said.get("currency"):
            self.add_error("currency", _("An amount needs a currency."))
        if said.get("kind") == "percentage" and (said.get("value") or 0) > 100:
            self.add_error("value", _("At most 100 per cent."))
        if "value" in said and not said["value"]:
            self.add_error("value", _("More than nothing."))
        scope = said.get("scope")
        if scope in ("vendor", "collection") and not said.get(scope) and scope not in self.errors:
            self.add_error(scope, _("Choose one."))
        start, end = said.get("start_datetime"), said.get("end_datetime")
        if start and end and start >= end:
            self.add_error("end_datetime", _("It ends before it starts."))
        return said

    def terms(self) -> Terms | None:
        """Return what is given on what, None when the rules stand as they are."""
        if not self.has_terms:
            return None
        said = self.cleaned_data
        kind, scope = cast(Kind, said["kind"]), cast(Scope, said["scope"])
        return Terms(
            kind,
            said["value"],
            scope,
            None if scope == "all" else said[scope].pk,
            said["currency"] if kind == "fixed" else "",
        )


class VoucherForm(TermsForm):
    """A code, how often it may be used, and what it gives."""

    field_order = ("name", "code", *TERMS, "usage", "max_uses")

    code = forms.RegexField(
        r"^[A-Za-z0-9_-]+$", label=_("Code"), max_length=32,
        help_text=_("Letters, digits and dashes; capitals and small letters are the same."),
    )  # fmt: skip
    max_uses = forms.IntegerField(
        label=_("Uses in all"), required=False, min_value=1, max_value=2_000_000_000,
        help_text=_("Empty for any number."),
    )  # fmt: skip

    class Meta:
        model = Voucher
        fields = ("name", "code", "usage", "max_uses", "start_datetime", "end_datetime")
        widgets = {"start_datetime": AdminDateTimeInput, "end_datetime": AdminDateTimeInput}
        labels = {"start_datetime": _("From"), "end_datetime": _("Until")}
        help_texts = {"name": _("Shoppers read this at the basket.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial.setdefault("start_datetime", timezone.now())

    def offer(self) -> ConditionalOffer | None:
        """Return the voucher's offer if it has just one."""
        found = list(self.instance.offers.all()[:2]) if self.instance.pk else []
        return found[0] if len(found) == 1 else None

    def clean_code(self) -> str:
        """Return the code in capitals."""
        return str(self.cleaned_data["code"]).upper()

    def facts(self) -> VoucherFacts:
        """Return what the form says of the voucher."""
        return cast(VoucherFacts, {name: self.cleaned_data[name] for name in self.Meta.fields})


class OfferForm(TermsForm):
    """A discount for everybody."""

    field_order = ("name", "description", "status", *TERMS)

    status = forms.ChoiceField(
        label=_("Status"), widget=forms.RadioSelect, initial=ConditionalOffer.OPEN,
        choices=((ConditionalOffer.OPEN, _("Open")), (ConditionalOffer.SUSPENDED, _("Suspended"))),
    )  # fmt: skip
    max_global_applications = forms.IntegerField(
        label=_("Uses in all"), required=False, min_value=1, max_value=2_000_000_000,
        help_text=_("Empty for any number; an order uses it once."),
    )  # fmt: skip

    class Meta:
        model = ConditionalOffer
        fields = (
            "name", "description", "status", "start_datetime", "end_datetime",
            "max_global_applications",
        )  # fmt: skip
        widgets = {
            "start_datetime": AdminDateTimeInput, "end_datetime": AdminDateTimeInput,
            "description": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip
        labels = {"start_datetime": _("From"), "end_datetime": _("Until")}
        help_texts = {
            "name": _("Shoppers read this at the basket."), "description": "",
            "start_datetime": _("Empty for at once."), "end_datetime": _("Empty for always."),
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.status == ConditionalOffer.CONSUMED:
            self.initial["status"] = ConditionalOffer.OPEN

    def offer(self) -> ConditionalOffer | None:
        """Return the offer."""
        return self.instance if self.instance.pk else None

    def facts(self) -> OfferFacts:
        """Return what the form says of the offer."""
        return cast(OfferFacts, {name: self.cleaned_data[name] for name in self.Meta.fields})

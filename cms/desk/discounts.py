"""Vouchers and offers: the lists, the pages with their uses, and the forms."""

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView
from wagtail.admin.widgets import HeaderButton

from cms.desk.acting import ActingPage, DeskEdit, DeskIndex, DeskViewSet, ServiceSaves, history_of
from cms.desk.discount_forms import OfferForm, VoucherForm
from cms.desk.tables import StateColumn
from commerce.offer.models import ConditionalOffer
from commerce.offer.selectors.terms import target_name, terms_of
from commerce.offer.services import offers
from commerce.voucher.models import Voucher
from commerce.voucher.services import vouchers


def sentence(offer: ConditionalOffer) -> str:
    """Return what an offer gives on what."""
    terms = terms_of(offer)
    if terms is None:
        return f"{offer.condition.name}: {offer.benefit.name}"
    much = f"{terms.value:,.2f}".rstrip("0").rstrip(".")
    given = f"{much} %" if terms.kind == "percentage" else f"{much} {terms.currency}"
    return _("%(given)s off %(what)s") % {"given": given, "what": target_name(terms)}


class DiscountPage(ActingPage):
    """What vouchers' and offers' pages share."""

    @property
    def header_buttons(self) -> list[Any]:
        """Return the way to the form for who may use it."""
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @property
    def header_more_buttons(self) -> list[Any]:
        """Return none: there is one button, and it is in sight."""
        return []


class VoucherPage(DiscountPage):
    """A voucher: what it gives, when, and who used it."""

    template_name = "desk/voucher.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the voucher with its uses."""
        found = super().get_context_data(**kwargs)
        behind = self.object.offers.select_related("condition__range", "benefit__range")
        return {
            **found,
            "gives": [sentence(each) for each in behind.order_by("pk")],
            "uses": self.object.applications.select_related("order").order_by("-pk")[:50],
            "may_see_orders": self.request.user.has_perm("order.view_order"),
            "history": history_of(self.object, str(self.object.pk)),
        }


class OfferPage(DiscountPage):
    """An offer: what it gives, when, and which orders used it."""

    template_name = "desk/offer.html"

    def get_page_title(self) -> str:
        """Return what kind of thing it is."""
        return _("Offer")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the offer with its uses."""
        found = super().get_context_data(**kwargs)
        return {
            **found,
            "gives": sentence(self.object),
            "vouchers": self.object.vouchers.order_by("pk"),
            "uses": self.object.applications.select_related("order").order_by("-pk")[:50],
            "may_see_orders": self.request.user.has_perm("order.view_order"),
            "history": history_of(self.object, self.object.slug),
        }


class DiscountForms(ServiceSaves):
    """A form whose terms and facts go to a service."""

    template_name = "desk/discount_form.html"

    def said(self) -> dict[str, Any]:
        """Return what the service takes."""
        form = self.form  # type: ignore[attr-defined]
        by = self.request.user  # type: ignore[attr-defined]
        return {"facts": form.facts(), "terms": form.terms(), "by": by, "at": timezone.now()}


class VoucherCreate(DiscountForms, CreateView):  # type: ignore[misc]
    """A new voucher."""

    def save_instance(self) -> Any:
        """Save through the service."""
        return vouchers.create(**self.said())


class VoucherEdit(DiscountForms, DeskEdit):
    """Changing a voucher."""

    def hold(self, pk: Any) -> None:
        """Hold it with its offers, in their order."""
        vouchers.locked(pk)

    def save_instance(self) -> Any:
        """Save through the service."""
        return vouchers.change(voucher_id=self.object.pk, **self.said())


class OfferCreate(DiscountForms, CreateView):  # type: ignore[misc]
    """A new offer."""

    def get_page_subtitle(self) -> str:
        """Return what kind of thing it is."""
        return _("Offer")

    def save_instance(self) -> Any:
        """Save through the service."""
        return offers.create(**self.said())


class OfferEdit(DiscountForms, DeskEdit):
    """Changing an offer."""

    def save_instance(self) -> Any:
        """Save through the service."""
        return offers.change(offer_id=self.object.pk, **self.said())


class OfferIndex(DeskIndex):
    """Offers that everybody gets; those behind vouchers are shown with the voucher."""

    default_ordering = "-date_created"
    page_title = gettext_lazy("Offers")

    def get_base_queryset(self) -> Any:
        """Return the offers."""
        found = super().get_base_queryset().filter(offer_type=ConditionalOffer.SITE)
        return found.select_related("condition__range", "benefit__range")


def _of_limit(uses: int, limit: int | None) -> str:
    return f"{uses}" if limit is None else f"{uses} / {limit}"


class Vouchers(DeskViewSet):
    """Vouchers."""

    model = Voucher
    icon = "tag"
    menu_label = gettext_lazy("Vouchers")
    inspect_view_class = VoucherPage
    add_view_class = VoucherCreate
    edit_view_class = VoucherEdit
    list_display = (
        "code", "name", "usage",
        Column(
            "num_orders", label=gettext_lazy("Uses"), sort_key="num_orders",
            accessor=lambda row: _of_limit(row.num_orders, row.max_uses),
        ),
        DateColumn("start_datetime", label=gettext_lazy("From"), sort_key="start_datetime"),
        DateColumn("end_datetime", label=gettext_lazy("Until"), sort_key="end_datetime"),
    )  # fmt: skip
    list_filter = ("usage",)
    list_export = (
        "code", "name", "usage", "num_orders", "max_uses", "total_discount", "start_datetime",
        "end_datetime",
    )  # fmt: skip
    search_fields = ("code", "name")

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form."""
        return VoucherForm


class Offers(DeskViewSet):
    """Offers that everybody gets."""

    model = ConditionalOffer
    icon = "pick"
    list_per_page = 20
    menu_label = gettext_lazy("Offers")
    index_view_class = OfferIndex
    inspect_view_class = OfferPage
    add_view_class = OfferCreate
    edit_view_class = OfferEdit
    list_display: ClassVar[Any] = (
        "name",
        Column("gives", label=gettext_lazy("Gives"), accessor=sentence),
        StateColumn(),
        Column(
            "num_applications", label=gettext_lazy("Uses"), sort_key="num_applications",
            accessor=lambda row: _of_limit(row.num_applications, row.max_global_applications),
        ),
        DateColumn("start_datetime", label=gettext_lazy("From"), sort_key="start_datetime"),
        DateColumn("end_datetime", label=gettext_lazy("Until"), sort_key="end_datetime"),
    )  # fmt: skip
    list_export = (
        "name", "status", "num_applications", "max_global_applications", "num_orders",
        "total_discount", "currency", "start_datetime", "end_datetime",
    )  # fmt: skip
    search_fields = ("name", "description")

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form."""
        return OfferForm

"""Vendors: the list, the page with its steps, and the form of what we agreed."""

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.admin.widgets import HeaderButton

from cms.desk.acting import Act, ActingPage, DeskEdit, DeskIndex, DeskViewSet, history_of
from cms.desk.ruling import held_to
from cms.desk.screens import PictureChooser
from cms.desk.tables import StateColumn
from commerce.catalogue.models import Product
from commerce.order.models import VendorOrder
from commerce.partner.models import Partner
from commerce.vendors.services import standing
from common.utils import phone
from identity.policies import roles

Status = Partner.Status
HUNDRED = Decimal(100)


def may_keep(user: Any) -> bool:
    """Return whether the person may let vendors in and keep them out."""
    return roles.is_staff_member(user) and user.has_perm("partner.change_partner")


def approve(row: Partner, *, by: Any, at: datetime) -> str:
    """Let a pending vendor sell."""
    standing.approve(slug=row.slug, by=by, at=at)
    return _("%(name)s may sell now.") % {"name": row.name}


def suspend(row: Partner, *, by: Any, at: datetime) -> str:
    """Take a vendor out of the shop."""
    standing.suspend(slug=row.slug, by=by, at=at)
    return _("%(name)s is out of the shop.") % {"name": row.name}


def reopen(row: Partner, *, by: Any, at: datetime) -> str:
    """Let a vendor sell again."""
    standing.reopen(slug=row.slug, by=by, at=at)
    return _("%(name)s may sell again.") % {"name": row.name}


def is_in(*states: str) -> Any:
    """Return a test of whether a vendor is in one of the states."""
    return lambda row: row.status in states


class VendorForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the vendor says of itself and the commission we agreed on."""

    commission = forms.DecimalField(
        label=gettext_lazy("Commission in per cent"), min_value=Decimal(0), max_value=HUNDRED,
        max_digits=5, decimal_places=2,
        help_text=gettext_lazy("Of new orders; those already placed keep theirs."),
    )  # fmt: skip

    class Meta:
        model = Partner
        fields = ("name", "description", "city", "email", "phone", "logo")
        widgets = {"logo": PictureChooser, "description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["description"].validators.append(held_to(standing.description))
        if self.instance.pk:
            self.initial["commission"] = (self.instance.commission_rate * HUNDRED).normalize()

    def clean_phone(self) -> str:
        """Return the number in international form."""
        try:
            return phone.e164(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None

    def facts(self) -> dict[str, Any]:
        """Return what the form says, as the service takes it."""
        found = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**found, "commission_rate": self.cleaned_data["commission"] / HUNDRED}


class VendorPage(ActingPage):
    """A vendor with its people, what it sells, and what was done to it."""

    acts: ClassVar[tuple[Act, ...]] = (
        Act("approve", gettext_lazy("Approve"), may_keep, is_in(Status.PENDING), approve),
        Act(
            "reopen", gettext_lazy("Reopen"), may_keep, is_in(Status.SUSPENDED, Status.CLOSED),
            reopen,
        ),
        Act(
            "suspend", gettext_lazy("Suspend"), may_keep, is_in(Status.APPROVED), suspend,
            is_serious=True,
        ),
    )  # fmt: skip
    template_name = "desk/vendor.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the vendor with its members and counts."""
        found = super().get_context_data(**kwargs)
        sold = VendorOrder.objects.filter(vendor=self.object)
        sees = self.request.user.has_perm
        return {
            **found,
            "commission": f"{self.object.commission_rate * HUNDRED:.2f} %",
            "members": self.object.members.select_related("user").order_by("joined_at", "pk"),
            "products": Product.objects.canonical().filter(vendor=self.object).count(),
            "orders": sold.count(),
            "waiting": sold.filter(status=VendorOrder.Status.PLACED).count(),
            "orders_url": sees("order.view_vendororder") and reverse("desk_vendor_orders:index"),
            "products_url": sees("catalogue.view_product") and reverse("desk_products:index"),
            "history": history_of(self.object, self.object.public_id),
        }

    @property
    def header_buttons(self) -> list[Any]:
        """Return the way to the form for who may use it."""
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @property
    def header_more_buttons(self) -> list[Any]:
        """Return none: there is one button, and it is in sight."""
        return []


class VendorEdit(DeskEdit):
    """The form."""

    def save_instance(self) -> Any:
        """Save through the service."""
        return standing.change_profile(
            vendor_id=self.object.pk, by=self.request.user, at=timezone.now(), **self.form.facts()
        )


class Vendors(DeskViewSet):
    """Vendors."""

    model = Partner
    icon = "group"
    menu_label = gettext_lazy("Vendors")
    index_view_class = DeskIndex
    add_to_reference_index = True
    inspect_view_class = VendorPage
    edit_view_class = VendorEdit
    ordering = "name"
    list_display = (
        "name", "city", StateColumn(), BooleanColumn("is_open", label=gettext_lazy("Open")),
        "commission_rate",
        DateColumn("created_at", label=gettext_lazy("Since"), sort_key="created_at"),
    )  # fmt: skip
    list_filter = ("status", "is_open")
    list_export = ("name", "slug", "city", "status", "is_open", "commission_rate", "created_at")
    search_fields = ("name", "slug", "city", "email")

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form."""
        return VendorForm

"""Order groups and their parts: the lists, the pages, and what staff do there."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import OuterRef, Subquery
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets import HeaderButton

from cms.desk import order_acts
from cms.desk.acting import Act, ActingPage, DeskIndex, DeskPage, DeskViewSet
from cms.desk.tables import MoneyColumn, StateColumn
from commerce.order.models import Order, VendorOrder
from commerce.order.selectors.wire import group_as_data
from commerce.payment.models import Payment


class OrderFilters(WagtailFilterSet):  # type: ignore[misc]
    """Groups by state, payment, currency and day."""

    payment_status = django_filters.ChoiceFilter(
        label=gettext_lazy("Payment"), choices=Payment.Status.choices, widget=forms.RadioSelect
    )
    date_placed = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Placed"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Order
        fields = ["status", "payment_status", "date_placed", "currency"]


class VendorOrderFilters(WagtailFilterSet):  # type: ignore[misc]
    """Parts by state, vendor and day."""

    placed_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Placed"), widget=DateRangePickerWidget
    )

    class Meta:
        model = VendorOrder
        fields = ["status", "vendor", "placed_at"]


class OrderIndex(DeskIndex):
    """Groups with the state of their latest payment, the newest first."""

    default_ordering = "-date_placed"

    def get_base_queryset(self) -> Any:
        """Return the groups."""
        latest = Payment.objects.filter(order=OuterRef("pk")).order_by("-pk")
        return (
            super()
            .get_base_queryset()
            .annotate(payment_status=Subquery(latest.values("status")[:1]))
        )


class OrderPage(ActingPage):
    """A group: what was bought from whom, how it was paid, and what became of it."""

    acts: ClassVar[tuple[Act, ...]] = order_acts.ON_GROUPS
    template_name = "desk/order.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the group with all that hangs on it."""
        found = super().get_context_data(**kwargs)
        parts = list(
            self.object.vendor_orders.select_related("vendor")
            .prefetch_related("lines", "shipments__lines__line", "status_changes__by")
            .order_by("pk")
        )
        changes = [(each.at, part, each) for part in parts for each in part.status_changes.all()]
        return {
            **found,
            "parts": parts,
            "address": parts[0].recipient if parts else {},
            "payments": self.object.payments.all(),
            "changes": sorted(changes, key=lambda each: (each[0], each[2].pk)),
            "notes": self.object.notes.select_related("user"),
            "discounts": self.object.discounts.all(),
            "may_see_parts": self.request.user.has_perm("order.view_vendororder"),
        }

    @property
    def header_buttons(self) -> list[Any]:
        """Return the way to what the shopper sees."""
        url = reverse("desk_orders:shopper", args=(self.object.pk,))
        return [HeaderButton(_("What the shopper sees"), url=url, icon_name="view")]


class ShopperPage(DeskPage):
    """The group exactly as the API gives it to its shopper."""

    template_name = "desk/shopper.html"
    page_title = gettext_lazy("What the shopper sees")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the shopper is given."""
        found = super().get_context_data(**kwargs)
        back = reverse("desk_orders:inspect", args=(self.object.pk,))
        return {**found, "seen": group_as_data(self.object), "back": back}


class VendorOrderPage(ActingPage):
    """One vendor's part of a group, with its steps."""

    acts: ClassVar[tuple[Act, ...]] = order_acts.ON_PARTS
    template_name = "desk/vendor_order.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the part with its lines, parcels and steps."""
        found = super().get_context_data(**kwargs)
        part = self.object
        return {
            **found,
            "part": part,
            "lines": part.lines.order_by("id"),
            "parcels": part.shipments.prefetch_related("lines__line"),
            "changes": [(each.at, part, each) for each in part.status_changes.select_related("by")],
            "may_see_group": self.request.user.has_perm("order.view_order"),
        }


class VendorOrderIndex(DeskIndex):
    """Parts, the newest first."""

    default_ordering = "-placed_at"

    def get_base_queryset(self) -> Any:
        """Return the parts."""
        return super().get_base_queryset().select_related("order", "vendor")


class Orders(DeskViewSet):
    """Order groups."""

    model = Order
    icon = "form"
    menu_label = gettext_lazy("Orders")
    index_view_class = OrderIndex
    inspect_view_class = OrderPage
    filterset_class = OrderFilters
    list_display = (
        "number", StateColumn(), StateColumn("payment_status", label=gettext_lazy("Payment")),
        MoneyColumn("total_incl_tax", label=gettext_lazy("Total"), sort_key="total_incl_tax"),
        "email",
        DateColumn("date_placed", label=gettext_lazy("Placed"), sort_key="date_placed"),
    )  # fmt: skip
    list_export = (
        "number", "email", "status", "payment_status", "total_incl_tax", "refunded_total",
        "currency", "date_placed",
    )  # fmt: skip
    export_headings: ClassVar[dict[str, str]] = {"payment_status": "Payment"}
    search_fields = ("number", "email", "phone")

    @property
    def shopper_view(self) -> Any:
        """Return the page of what the shopper sees."""
        return self.construct_view(ShopperPage)

    def get_urlpatterns(self) -> list[Any]:
        """Return the usual ones and what the shopper sees."""
        return [
            *super().get_urlpatterns(),
            path("shopper/<int:pk>/", self.shopper_view, name="shopper"),
        ]


class VendorOrders(DeskViewSet):
    """The parts of order groups."""

    model = VendorOrder
    icon = "clipboard-list"
    menu_label = gettext_lazy("Vendor orders")
    index_view_class = VendorOrderIndex
    inspect_view_class = VendorOrderPage
    filterset_class = VendorOrderFilters
    list_display = (
        "public_id",
        Column("order", label=gettext_lazy("Order"), accessor="order.number"),
        Column("vendor", label=gettext_lazy("Vendor"), accessor="vendor.name"),
        StateColumn(),
        MoneyColumn("total", label=gettext_lazy("Total"), sort_key="total"),
        DateColumn("placed_at", label=gettext_lazy("Placed"), sort_key="placed_at"),
    )  # fmt: skip
    list_export = (
        "public_id", "order.number", "vendor", "status", "total", "commission_amount", "currency",
        "reason", "placed_at",
    )  # fmt: skip
    search_fields = ("public_id", "order__number", "vendor__name")

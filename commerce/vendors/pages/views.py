"""A vendor's orders, and which vendor one works for."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commerce.order.models import VendorOrder
from commerce.order.selectors import orders as orders_of
from commerce.order.services import fulfilment
from commerce.partner.models import Partner
from commerce.vendors import policies
from commerce.vendors.pages import showing
from commerce.vendors.pages.access import CHOSEN, members_only, number, page
from commerce.vendors.selectors import desk, vendors
from common.exceptions import Refusal

PER_PAGE = 24


@require_safe
@members_only
def orders(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """List the orders, all or those of one status."""
    status = request.GET.get("status", "")
    status = status if status in VendorOrder.Status.values else ""
    found = desk.orders_listed(vendor, status=status)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    tabs = showing.tabs(desk.counts_by_status(vendor), status)
    rows = showing.dressed(shown)
    return page(request, "orders", page=shown, rows=rows, status=status, tabs=tabs, here="orders")


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def order(request: HttpRequest, vendor: Partner, order_id: str) -> HttpResponse:
    """Show one order and take its steps."""
    if request.method == "POST":
        found = orders_of.one_of_vendor(vendor, order_id)
        try:
            policies.require_can_fulfil(request.user, vendor)
            messages.success(request, _take(request, found))
        except Refusal as no:
            messages.error(request, no.detail)
        return redirect("partner:order", order_id=order_id)
    shown = showing.dressed([desk.order_shown(vendor, order_id)])[0]
    step = _next_step(shown.order) if policies.can_fulfil(request.user, vendor) else ""
    return page(request, "order", shown=shown, order=shown.order, step=step, here="orders")


def _next_step(order: VendorOrder) -> str:
    """Return what the vendor can do now: decide, ship, or nothing."""
    if order.status == VendorOrder.Status.PLACED:
        return "decide"
    may_ship = (VendorOrder.Status.ACCEPTED, VendorOrder.Status.PARTIALLY_SHIPPED)
    return "ship" if order.status in may_ship else ""


def _take(request: HttpRequest, order: VendorOrder) -> str:
    said, at = request.POST, timezone.now()
    step = said.get("step")
    if step == "accept":
        fulfilment.accept(vendor_order_id=order.pk, by=request.user, at=at)
        return _("Accepted. Now get it ready to ship.")
    if step == "reject":
        reason = _plain(said.get("reason", ""), 255)
        fulfilment.reject(vendor_order_id=order.pk, by=request.user, reason=reason, at=at)
        return _("Rejected. The shopper gets the money back.")
    if step == "deliver":
        fulfilment.deliver(vendor_order_id=order.pk, by=request.user, at=at)
        return _("Delivered. Thank you.")
    if step != "ship":
        raise Refusal(_("There is no such step."))
    fulfilment.ship(
        vendor_order_id=order.pk,
        quantities=_packed(said, order),
        carrier=_plain(said.get("carrier", ""), 128),
        tracking=_plain(said.get("tracking", ""), 128),
        by=request.user,
        at=at,
    )
    return _("Shipped. The shopper hears of the parcel.")


def _packed(said: Any, order: VendorOrder) -> dict[str, int]:
    typed = {
        line.public_id: number(said.get(f"line-{line.public_id}", "0"))
        for line in order.lines.all()
    }
    if any(each < 0 for each in typed.values()):
        raise Refusal(_("Write whole numbers of pieces."))
    packed = {key: each for key, each in typed.items() if each}
    if not packed:
        raise Refusal(_("The parcel is empty: write how many pieces leave now."))
    return packed


def _plain(text: str, longest: int) -> str:
    return text.replace("\x00", "").strip()[:longest]


@require_POST
@members_only
def switch(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """Work for another of one's vendors from now on."""
    chosen = vendors.one_of(request.user, request.POST.get("vendor") or "-")
    request.session[CHOSEN] = chosen.slug
    messages.success(request, _("You work for %(name)s now.") % {"name": chosen.name})
    return redirect("partner:home")

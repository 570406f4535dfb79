"""Pages on which a vendor's team works."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commerce.order.models import VendorOrder
from commerce.order.selectors import vendor_wire
from commerce.order.services import fulfilment
from commerce.partner.models import Partner
from commerce.vendors import policies
from commerce.vendors.selectors import goods, vendors
from commerce.vendors.services import counting
from common.exceptions import NotFound, Refusal

CHOSEN = "partner_vendor"
PER_PAGE = 24


def members_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the vendor the person works for now; strangers get a friendly 403."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mine = list(vendors.run_by(request.user))
        if not mine:
            return render(request, "partner/stranger.html", status=403)
        chosen = request.session.get(CHOSEN)
        vendor = next((each for each in mine if each.slug == chosen), mine[0])
        request.partner_context = {"vendor": vendor, "vendors": mine}  # type: ignore[attr-defined]
        try:
            return view(request, vendor, *args, **kwargs)
        except NotFound:
            raise Http404 from None

    return never_cache(login_required(inner))


def _page(request: HttpRequest, name: str, **context: Any) -> HttpResponse:
    common = request.partner_context  # type: ignore[attr-defined]
    return render(request, f"partner/{name}.html", {**common, **context})


@require_safe
@members_only
def orders(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """List the orders, all or those of one status."""
    status = request.GET.get("status", "")
    status = status if status in VendorOrder.Status.values else ""
    found = vendor_wire.orders_of(vendor, status=status or None)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return _page(
        request, "orders", page=page, status=status, tabs=VendorOrder.Status.choices, here="orders"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def order(request: HttpRequest, vendor: Partner, order_id: str) -> HttpResponse:
    """Show one order and take its steps."""
    found = vendor_wire.order_of(vendor, order_id)
    may_act = policies.can_fulfil(request.user, vendor)
    if request.method == "POST":
        try:
            policies.require_can_fulfil(request.user, vendor)
            messages.success(request, _take(request, found))
        except Refusal as no:
            messages.error(request, no.detail)
        return redirect("partner:order", order_id=order_id)
    lines = list(found.lines.all())
    for line in lines:
        line.left = line.quantity - line.num_shipped
    return _page(request, "order", order=found, lines=lines, may_act=may_act, here="orders")


def _take(request: HttpRequest, order: VendorOrder) -> str:
    said, at = request.POST, timezone.now()
    step = said.get("step")
    if step == "accept":
        fulfilment.accept(vendor_order_id=order.pk, by=request.user, at=at)
        return _("Accepted. Now get it ready to ship.")
    if step == "reject":
        reason = said.get("reason", "")[:255].replace("\x00", "")
        fulfilment.reject(vendor_order_id=order.pk, by=request.user, reason=reason, at=at)
        return _("Rejected. The shopper gets the money back.")
    if step == "deliver":
        fulfilment.deliver(vendor_order_id=order.pk, by=request.user, at=at)
        return _("Delivered. Thank you.")
    if step != "ship":
        raise Refusal(_("There is no such step."))
    fulfilment.ship(
        vendor_order_id=order.pk,
        quantities={
            line.public_id: number
            for line in order.lines.all()
            if (number := _number(said.get(f"line-{line.public_id}", ""))) > 0
        },
        carrier=said.get("carrier", "")[:128].replace("\x00", ""),
        tracking=said.get("tracking", "")[:128].replace("\x00", ""),
        by=request.user,
        at=at,
    )
    return _("Shipped. The shopper hears of the parcel.")


def _number(raw: str) -> int:
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) <= 7 else -1


@require_safe
@members_only
def products(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """List the products."""
    page = Paginator(goods.products_of(vendor), PER_PAGE).get_page(request.GET.get("page"))
    rows = [goods.product_as_data(each) for each in page]
    return _page(request, "products", page=page, rows=rows, here="products")


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def stock(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """Show the stock and take new counts."""
    page = Paginator(goods.stock_of(vendor), PER_PAGE).get_page(request.GET.get("page"))
    may_keep = policies.can_keep(request.user, vendor)
    if request.method == "POST":
        if may_keep:
            _count(request, vendor, page)
        else:
            messages.error(request, _("Your role does not include the stock."))
        return redirect(request.get_full_path())
    rows = [goods.stock_as_data(each) for each in page]
    return _page(request, "stock", page=page, rows=rows, may_keep=may_keep, here="stock")


def _count(request: HttpRequest, vendor: Partner, page: Any) -> None:
    asked = []
    for record in page:
        raw = request.POST.get(f"sku-{record.sku}")
        if raw is None or raw == str(record.num_in_stock):
            continue
        if not 0 <= (number := _number(raw)) <= 1_000_000:
            messages.error(request, _("%(sku)s: write a whole number.") % {"sku": record.sku})
            continue
        asked.append({"sku": record.sku, "quantity": number})
    said = counting.count(vendor=vendor, rows=asked)
    for row in said:
        if row["code"]:
            messages.error(request, row["detail"])
    if done := sum(1 for row in said if not row["code"]):
        messages.success(request, _("Saved: %(number)s.") % {"number": done})


@require_POST
@members_only
def switch(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """Work for another of one's vendors from now on."""
    request.session[CHOSEN] = vendors.one_of(request.user, request.POST.get("vendor") or "-").slug
    return redirect("partner:home")

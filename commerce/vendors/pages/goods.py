"""What a vendor sells and how much of it there is."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from commerce.partner.models import Partner
from commerce.vendors import policies
from commerce.vendors.pages import showing
from commerce.vendors.pages.access import members_only, number, page
from commerce.vendors.selectors import desk, goods
from commerce.vendors.services import counting

PER_PAGE = 24
MOST = 1_000_000


@require_safe
@members_only
def products(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """List the products."""
    shown = Paginator(goods.products_of(vendor), PER_PAGE).get_page(request.GET.get("page"))
    pictures = desk.thumbnails_of(each.pk for each in shown)
    prices = desk.price_ranges_of(each.pk for each in shown)
    rows = [
        {
            "title": each.title,
            "word": showing.PRODUCT_WORDS[each.status][0],
            "tone": showing.PRODUCT_WORDS[each.status][1],
            "picture": pictures.get(each.pk, ""),
            "price": prices.get(each.pk),
            "variants": [_variant(one) for one in _sellable(each)],
        }
        for each in shown
    ]
    return page(request, "products", page=shown, rows=rows, here="products")


def _sellable(product: Any) -> list[Any]:
    children = sorted(product.children.all(), key=lambda each: (each.variant_position, each.pk))
    return children or [product]


def _variant(product: Any) -> dict[str, Any]:
    records = list(product.stockrecords.all())
    return {
        "name": showing.options(product.variant_options) or _("In stock"),
        "available": sum(max(each.net_stock_level, 0) for each in records),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def stock(request: HttpRequest, vendor: Partner) -> HttpResponse:
    """Show the stock and take new counts."""
    shown = Paginator(goods.stock_of(vendor), PER_PAGE).get_page(request.GET.get("page"))
    may_keep = policies.can_keep(request.user, vendor)
    if request.method == "POST":
        if may_keep:
            _count(request, vendor, shown)
        else:
            messages.error(request, _("Your role does not include the stock."))
        return redirect(request.get_full_path())
    pictures = desk.thumbnails_of(desk.canonical_id(each.product) for each in shown)
    rows = [
        {
            **goods.stock_as_data(each),
            "choice": showing.options(each.product.variant_options),
            "picture": pictures.get(desk.canonical_id(each.product) or 0, ""),
        }
        for each in shown
    ]
    return page(request, "stock", page=shown, rows=rows, may_keep=may_keep, here="stock")


def _count(request: HttpRequest, vendor: Partner, shown: Any) -> None:
    asked = []
    for record in shown:
        raw = request.POST.get(f"sku-{record.sku}")
        if raw is None or raw == str(record.num_in_stock):
            continue
        if not 0 <= (quantity := number(raw)) <= MOST:
            wrong = _("%(sku)s: write a whole number from 0 to 1,000,000.")
            messages.error(request, wrong % {"sku": record.sku})
            continue
        asked.append({"sku": record.sku, "quantity": quantity})
    said = counting.count(vendor=vendor, rows=asked)
    for row in said:
        if row["code"]:
            messages.error(request, f"{row['sku']}: {row['detail']}")
    done = sum(1 for row in said if not row["code"])
    if done:
        saved = ngettext("%(number)s count saved.", "%(number)s counts saved.", done)
        messages.success(request, saved % {"number": done})
    elif not said and not messages.get_messages(request):
        messages.info(request, _("Nothing was changed."))

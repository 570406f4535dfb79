"""Who may open the partner dashboard, and for which vendor they work now."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from commerce.vendors.selectors import vendors
from common.exceptions import NotFound

CHOSEN = "partner_vendor"


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


def page(request: HttpRequest, name: str, **context: Any) -> HttpResponse:
    """Draw a page of the dashboard."""
    common = request.partner_context  # type: ignore[attr-defined]
    return render(request, f"partner/{name}.html", {**common, **context})


def number(raw: str) -> int:
    """Return the whole number a person has typed, -1 for anything else."""
    raw = raw.strip()
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) <= 7 else -1

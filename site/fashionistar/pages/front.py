"""The front page: what this is, how to sign in, and a look at the catalogue."""

from typing import Any
from urllib.parse import urlsplit

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from commerce.storefront.selectors import products
from commerce.storefront.selectors.criteria import Criteria
from fashionistar.running.announcement import PASSWORD, SIGN_INS

SHOWN = 12


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the newest products, with the sign-ins where this is a demo."""
    found = products.page(
        Criteria(locale=settings.LANGUAGE_CODE, currency=settings.OSCAR_DEFAULT_CURRENCY),
        limit=SHOWN,
    )
    return render(
        request,
        "pages/front.html",
        {
            "items": [_shown(orjson.loads(each)) for each in found.items],
            "count": found.count,
            "sign_ins": SIGN_INS if settings.DEMO else (),
            "password": PASSWORD if settings.DEMO else "",
        },
    )


def _shown(item: dict[str, Any]) -> dict[str, Any]:
    found = {**item, "data_url": f"/api/v1/store/products/{item['slug']}/"}
    if item["image"]:
        # The stored address is the shop's; this page shows it from whichever door it is seen.
        src = item["image"]["src"].removeprefix(settings.SHOP_URL)
        is_ours = settings.SERVES_MEDIA and "/media/" in src
        found["image"] = {**item["image"], "src": urlsplit(src).path if is_ours else src}
    return found

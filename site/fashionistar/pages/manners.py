"""What browsers and crawlers ask for unasked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

ROOMS = ("/accounts/", "/admin/", "/api/", "/partner/")
ROBOTS = "User-agent: *\n" + "".join(f"Disallow: {room}\n" for room in ROOMS)


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers to the front page."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=86_400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the mark."""
    return redirect(static("fashionistar/mark.svg"))

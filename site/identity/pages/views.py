"""Where people go once they are signed in."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from identity.policies import audiences, roles

ADMIN = "/admin/"
PARTNER = "/partner/"
SHOP = "/"


@require_safe
@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Send the person to the place of their role."""
    user = request.user
    if roles.can_enter_admin(user):
        return redirect(ADMIN)
    if user.is_authenticated and audiences.can_hold(user, audiences.VENDOR):
        return redirect(PARTNER)
    return redirect(SHOP)


@require_safe
@never_cache
def admin_door(request: HttpRequest) -> HttpResponse:
    """Let staff into the admin, ask others to sign in, and tell the rest that it is not theirs."""
    wanted = request.GET.get("next", ADMIN)
    goal = wanted if get_adapter().is_safe_url(wanted) else ADMIN
    if not request.user.is_authenticated:
        return redirect_to_login(goal)
    if not roles.can_enter_admin(request.user):
        raise PermissionDenied(_("The admin is for people who work for the marketplace."))
    return redirect(goal)

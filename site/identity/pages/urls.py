"""Pages of signing in; `admin_sign_in_urlpatterns` go before Wagtail's own under /admin/."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView

from identity.pages import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("home/", views.home, name="account_home"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("", include("allauth.account.urls")),
]

admin_sign_in_urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", views.admin_door, name="admin_door"),
    re_path(
        r"^password_reset/",
        RedirectView.as_view(pattern_name="account_reset_password"),
        name="admin_password_reset",
    ),
]

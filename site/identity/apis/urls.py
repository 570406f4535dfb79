"""Our own routes of identity: `auth` goes under /api/v1/auth/, `me` under /api/v1/me/."""

from django.urls import URLPattern, URLResolver, path

from identity.apis import me as views
from identity.apis import tokens

auth: list[URLPattern | URLResolver] = [
    path("token/", tokens.TokenExchangeView.as_view(), name="token"),
]
me: list[URLPattern | URLResolver] = [
    path("", views.MeView.as_view(), name="me"),
    path("sessions/", views.SessionsView.as_view(), name="sessions"),
    path("sessions/<str:session_id>/", views.SessionView.as_view(), name="session"),
]

"""The tokens of a person for the staff API."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import APIToken

from identity.models import User


def life() -> timedelta:
    """Return how long a token is good for."""
    return timedelta(days=settings.CMS_API_TOKEN_DAYS)


def good(user: User, *, at: datetime) -> "QuerySet[APIToken]":
    """Return the tokens of the person that neither ended nor were revoked, the newest first."""
    found = APIToken.objects.filter(user=user, revoked_at=None, created__gte=at - life())
    return found.order_by("-created", "-id")


def ended(user: User, *, at: datetime) -> "QuerySet[APIToken]":
    """Return the last twenty tokens of the person that are good no longer."""
    known = good(user, at=at).order_by().values("pk")
    return APIToken.objects.filter(user=user).exclude(pk__in=known).order_by("-created", "-id")[:20]

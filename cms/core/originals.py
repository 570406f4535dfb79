"""Which pages are in their own words, and which only stand in for a translation."""

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageLogEntry

BEGUN = "wagtail.convert_alias"
PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")


def last_act() -> Subquery:
    """Return whether a page began to be a translation, or was published, last."""
    acts = PageLogEntry.objects.filter(page=OuterRef("pk"), action__in=(BEGUN, *PUBLISHED))
    return Subquery(acts.order_by("-timestamp", "-pk").values("action")[:1])


def in_own_words(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Leave out copies of pages of another language, also while their translation is begun only."""
    own = Q(alias_of__isnull=True) | Q(alias_of__locale=F("locale"))
    begun = Q(last_act=BEGUN) & ~Q(locale__language_code=settings.LANGUAGE_CODE)
    return pages.alias(last_act=Coalesce(last_act(), Value(""))).filter(own).exclude(begun)

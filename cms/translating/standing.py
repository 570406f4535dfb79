"""How far a translation is: from what visitors see, and from its source."""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery
from wagtail.models import Page
from wagtail_localize.models import Translation

Written = tuple[tuple[int, datetime | None], ...]


def last_written(translation: Translation) -> Written:
    """Return how many texts and other values were put in the place of those of the source, and when last."""
    source, locale = translation.source, translation.target_locale
    rows = (
        source.stringsegment_set.get_translations(locale),
        source.overridablesegment_set.get_overrides(locale),
    )
    found = (each.aggregate(count=Count("pk"), at=Max("updated_at")) for each in rows)
    return tuple((each["count"], each["at"]) for each in found)


def differs(page: Page, translation: Translation) -> bool:
    """Return whether the translation says more or other things than visitors read.

    It does after a text was written, and after the source was brought in step.
    """
    seen = page.live_revision.created_at if page.live_revision else page.last_published_at
    if not page.live or page.has_unpublished_changes or seen is None:
        return True
    moments = [translation.source.last_updated_at, *(at for _, at in last_written(translation))]
    return any(at is not None and at > seen for at in moments)


def with_source_change(rows: QuerySet[Translation]) -> QuerySet[Translation]:
    """Say of each translation when its source page was published after it was last taken over."""
    published = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("source__locale"),
        live=True, last_published_at__gt=OuterRef("source__last_updated_at"),
    )  # fmt: skip
    return rows.annotate(source_changed_at=Subquery(published.values("last_published_at")[:1]))


def source_changed_at(translation: Translation) -> datetime | None:
    """Return when the source page was published after it was last taken over, if it was."""
    found: Any = with_source_change(Translation.objects.filter(pk=translation.pk))
    at: datetime | None = found.values_list("source_changed_at", flat=True).first()
    return at


def behind() -> QuerySet[Translation]:
    """Return the translations whose source page has changed since, the longest behind first."""
    rows = with_source_change(Translation.objects.filter(enabled=True))
    return rows.exclude(source_changed_at=None).order_by(F("source_changed_at"), "pk")

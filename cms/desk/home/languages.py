"""Translations that wait: the page they are of has changed."""

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from cms.desk.home.content import edit_url, pages_of, writes_pages
from cms.desk.home.waiting import Row, Waiting, first
from cms.translating import policies, standing


def translates(user: Any) -> bool:
    """Return whether the person brings translations in step with their source."""
    return writes_pages(user) and policies.can_begin(user)


def behind(*, user: Any, at: datetime) -> Waiting:
    """Return translations whose source page changed since, the longest behind first."""
    pages = pages_of(user).filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    )
    rows = standing.behind().annotate(
        page_id=Subquery(pages.values("pk")[:1]), title=Subquery(pages.values("draft_title")[:1])
    )
    rows = rows.exclude(page_id=None).select_related("source__locale", "target_locale")
    return first(rows.defer("source__content_json"), _row)


def _row(translation: Any) -> Row:
    language = translation.source.locale.get_display_name()
    return Row(
        title=translation.title, url=edit_url(translation.page_id),
        note=_("The %(language)s page changed: “%(title)s”") % {"language": language, "title": translation.source.object_repr},
        at=translation.source_changed_at, state=translation.target_locale.get_display_name(),
    )  # fmt: skip

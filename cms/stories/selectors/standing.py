"""How the stories of a product stand, a language each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from cms.stories.models import ProductStory
from cms.stories.policies import can_write_stories
from cms.stories.selectors import stories

NONE, DRAFT, IN_REVIEW, SCHEDULED, LIVE = "none", "draft", "in_review", "scheduled", "live"


@dataclass(frozen=True)
class Standing:
    """How the story in a language stands; who may write it has `may_write`."""

    locale: str
    language: str
    story: ProductStory | None
    may_write: bool

    @property
    def state(self) -> str:
        """Return none, draft, in_review, scheduled or live, as shoppers see it."""
        if self.story is None:
            return NONE
        return LIVE if self.story.live else self._waiting or DRAFT

    @property
    def next(self) -> str:
        """Return what waits behind a live story: draft, in_review, scheduled or nothing."""
        if self.story is None or not self.story.live:
            return ""
        return self._waiting or (DRAFT if self.story.has_unpublished_changes else "")

    @property
    def is_over(self) -> bool:
        """Return whether the story was live until its end came."""
        return bool(self.story and self.story.expired)

    @property
    def starts_at(self) -> datetime | None:
        """Return when what is scheduled goes live."""
        revision = self.story.scheduled_revision if self.story else None
        return revision.approved_go_live_at if revision else None

    @property
    def changed_at(self) -> datetime | None:
        """Return when it was last written."""
        return self.story.latest_revision_created_at if self.story else None

    @property
    def changed_by(self) -> str:
        """Return who wrote it last."""
        revision = self.story.latest_revision if self.story else None
        return str(revision.user or "") if revision else ""

    @property
    def _waiting(self) -> str:
        assert self.story is not None
        if self.story.approved_schedule:
            return SCHEDULED
        return IN_REVIEW if self.story.workflow_in_progress else ""


def standings(product: Any, *, viewer: Any) -> list[Standing]:
    """Return how the story in each language of the shop stands, the shop's own first."""
    rows = ProductStory.objects.filter(translation_key=stories.key_of(product))
    rows = rows.select_related("locale", "latest_revision__user")
    known = {each.locale.language_code: each for each in rows}
    names = dict(settings.LANGUAGES)
    return [
        Standing(locale, str(names[locale]), story, _may_write(viewer, story, locale))
        for locale in settings.SHOP_LOCALES
        for story in [known.get(locale)]
    ]


def _may_write(viewer: Any, story: ProductStory | None, locale: str) -> bool:
    if story is not None:
        return bool(story.permissions_for_user(viewer).can_edit())
    return can_write_stories(viewer, shelf=stories.shelf_of(locale))

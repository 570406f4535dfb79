"""What changes elsewhere and shows in stories."""

from collections.abc import Sequence

from django.db.models import Model
from wagtail.models import Page

from cms.stories.selectors import stories
from cms.stories.services import pushing
from common.media.models import Picture
from common.outbox.consumers import Event, on


@on("picture.ready", "picture.changed", name="stories.pictures", batch=True)
def refresh_pictures(*, events: Sequence[Event]) -> None:
    """Resolve anew the live stories that show a picture which has more sizes or another focus."""
    _resolve_anew(Picture, events, "picture_id")


@on("page.published", "page.unpublished", name="stories.links", batch=True)
def refresh_links(*, events: Sequence[Event]) -> None:
    """Resolve anew the live stories that link to a page which came, moved or went."""
    _resolve_anew(Page, events, "page_id")


def _resolve_anew(model: type[Model], events: Sequence[Event], name: str) -> None:
    for story_id in stories.showing(model, {each.payload[name] for each in events}):
        pushing.follow(story_id=story_id, anew=True)

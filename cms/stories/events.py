"""What changes elsewhere and shows in stories."""

from collections.abc import Sequence

from wagtail.models import Page

from cms.stories.selectors import stories
from cms.stories.services import pushing, renewing
from common.media.models import Picture
from common.outbox.consumers import Event, on


@on("picture.ready", "picture.changed", name="stories.pictures", batch=True)
def refresh_pictures(*, events: Sequence[Event]) -> None:
    """Have the live stories renewed that show a picture with more sizes or another focus."""
    renewing.ask(
        story_ids=stories.showing(Picture, {each.payload["picture_id"] for each in events})
    )


@on("page.published", "page.unpublished", name="stories.links", batch=True)
def refresh_links(*, events: Sequence[Event]) -> None:
    """Have the live stories renewed that link to a page, in any language, that came, moved or went."""
    pages = stories.in_all_languages(each.payload["page"] for each in events)
    renewing.ask(story_ids=stories.showing(Page, pages))


@on(renewing.STALE, name="stories.renew")
def renew(*, event: Event) -> None:
    """Resolve these live stories anew."""
    for story_id in event.payload["story_ids"]:
        pushing.follow(story_id=story_id, anew=True)

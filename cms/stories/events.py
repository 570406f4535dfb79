"""What changes elsewhere and shows in stories."""

from collections.abc import Sequence

from cms.stories.selectors import stories
from cms.stories.services import pushing
from common.outbox.consumers import Event, on


@on("picture.ready", "picture.changed", name="stories.pictures", batch=True)
def refresh_pictures(*, events: Sequence[Event]) -> None:
    """Resolve anew the live stories that show a picture which has more sizes or another focus."""
    ids = {each.payload["picture_id"] for each in events}
    for story_id in stories.showing(ids):
        pushing.follow(story_id=story_id, anew=True)

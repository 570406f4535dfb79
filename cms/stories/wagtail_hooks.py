"""Stories in the admin: the way to begin one, and none to link to one."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from cms.stories.models import ProductStory, StoryShelf
from cms.stories.pages.views import WriteStory


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Return the way to begin a story."""
    way = "stories/<int:product_id>/<str:locale>/write/"
    return [path(way, WriteStory.as_view(), name="product_story_write")]


@hooks.register("construct_page_chooser_queryset")
def hide_stories(pages: Any, request: HttpRequest) -> Any:
    """Leave stories out where a page to link to is chosen: no address leads to them."""
    return pages.not_type(ProductStory, StoryShelf)

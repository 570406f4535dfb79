"""A shop with pages and products to be found."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page

from cms import demo
from cms.home.models import HomePage
from cms.pages.models import StandardPage

Write = Callable[..., Page]


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def write(home: HomePage) -> Write:
    """Publish a page below the front page."""

    def written(title: str, parent: Any = None, **fields: Any) -> Page:
        page = StandardPage(title=title, **fields)
        (parent or home).add_child(instance=page)
        page.save_revision().publish()
        return page

    return written

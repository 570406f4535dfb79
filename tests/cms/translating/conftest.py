"""A shop in English whose front page is French too."""

import pytest
from django.test import Client

from cms import demo
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import Things, every
from tests.cms.translating import desk


@pytest.fixture
def home(db: None) -> HomePage:
    """Have a front page in both languages."""
    found = demo.seed()
    if not found.has_translation(desk.french()):
        someone = desk.admin()
        desk.begin(someone, found)
        desk.publish(someone, found)
    return found


@pytest.fixture
def things(home: HomePage) -> Things:
    """Have what blocks show."""
    return Things.make()


@pytest.fixture
def page(home: HomePage, things: Things) -> LookbookPage:
    """Have a live English page of every block, with a cover."""
    about = home.get_children().get(slug="about")
    found = LookbookPage(
        title="Rains", slug="rains", season="Rainy season", cover=things.picture,
        share_picture=things.picture, body=every(things, about.pk),
    )  # fmt: skip
    home.add_child(instance=found)
    found.save_revision().publish()
    return found


@pytest.fixture
def translator(home: HomePage) -> Client:
    """Return somebody who writes pages, in both languages, and publishes none."""
    return desk.member("add", "change")


@pytest.fixture
def publisher(home: HomePage) -> Client:
    """Return somebody who writes and publishes pages."""
    return desk.member("add", "change", "publish")

"""The reader shows what a frontend would."""

import pytest
from django.test import Client

from cms import demo
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import Things, every


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


def test_a_page_of_every_block_can_be_read(home: HomePage) -> None:
    things = Things.make()
    page = LookbookPage(title="Rains", slug="rains", body=every(things, home.pk, say="A < B & C"))
    home.add_child(instance=page)
    answer = Client().get("/client/rains/")
    assert answer.status_code == 200
    for _, kind in [(each, each["type"]) for each in every(things, home.pk)]:
        assert f'data-block="{kind}"' in answer.content.decode()
    assert "A &lt; B &amp; C" in answer.content.decode()


def test_the_front_page_and_its_children_are_read(home: HomePage) -> None:
    assert "Cloth with a memory" in Client().get("/client/").content.decode()
    assert Client().get("/client/about/").status_code == 200


def test_what_is_not_there_is_not_found(home: HomePage) -> None:
    assert Client().get("/client/nothing/").status_code == 404

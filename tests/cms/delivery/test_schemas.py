"""What pages answer is what the OpenAPI document says of them."""

from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from cms import demo
from cms.core.blocks import BODY_BLOCKS
from cms.delivery.apis.blocks import VALUES
from cms.delivery.services.values import CARE, WRITERS
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import Things, every

URL = "/api/v1/store/pages/"


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def page(home: HomePage) -> dict[str, Any]:
    things = Things.make()
    page = LookbookPage(title="Rains", slug="rains", body=every(things, home.pk))
    page.cover = things.picture
    home.add_child(instance=page)
    page.save_revision().publish()
    return dict(Client().get(URL, {"path": "/rains/"}).json())


def validator() -> Draft202012Validator:
    document = Client().get("/api/openapi.json").json()
    operation = document["paths"][URL]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**schema, "components": document["components"]}
    return Draft202012Validator(whole, format_checker=FormatChecker())


def test_every_block_has_a_shape() -> None:
    assert set(VALUES) == {*WRITERS, CARE} == {*dict(BODY_BLOCKS), CARE}


def test_a_page_of_every_block_is_as_described(page: dict[str, Any]) -> None:
    validator().validate(page)
    assert {each["type"] for each in page["body"]} == set(dict(BODY_BLOCKS))


def test_the_pages_of_the_demo_are_as_described(home: HomePage) -> None:
    judge, ways, seen = validator(), ["/"], set()
    while ways:
        answer = Client().get(URL, {"path": ways.pop()}).json()
        judge.validate(answer)
        seen.add(answer["type"])
        ways += [each["path"] for each in answer["children"]]
    assert {"home", "page"} <= seen


@pytest.mark.parametrize("place", range(14))
def test_a_block_that_lacks_something_is_not(page: dict[str, Any], place: int) -> None:
    value = page["body"][place]["value"]
    value.pop(next(iter(value)))
    with pytest.raises(ValidationError):
        validator().validate(page)

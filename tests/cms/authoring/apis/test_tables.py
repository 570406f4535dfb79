"""A table of sizes is written over the API in the shape in which it is read."""

import json
from typing import Any

import pytest

from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.authoring.pages import make_page

pytestmark = pytest.mark.django_db
TABLE: dict[str, Any] = {
    "caption": "Tops",
    "columns": [{"type": "text", "heading": "Size"}, {"type": "length", "heading": "Chest"}],
    "rows": [{"values": ["M", "92-96"]}, {"values": ["L", "97.5"]}, {"values": ["", ""]}],
}


def guide(table: Any) -> list[Any]:
    return [{"type": "size_guide", "value": {"title": "Tops", "note": "", "table": table}}]


def stored(page: StandardPage) -> Any:
    revision = StandardPage.objects.get(pk=page.pk).get_latest_revision()
    return json.loads(revision.content["body"])


@pytest.mark.parametrize(("group", "action"), [("Editors", None), ("Publishers", "publish")])
def test_a_table_is_stored_and_read_as_it_was_sent(group: str, action: str | None) -> None:
    page, ask = make_page(), asking_as(group)
    body = {"body": guide(TABLE), **({"meta": {"action": action}} if action else {})}
    answer = ask("PATCH", f"pages/{page.pk}/", body)
    assert answer.status_code == 200, answer.content
    assert stored(page)[0]["value"]["table"] == TABLE
    read = ask("GET", f"pages/{page.pk}/?version=draft").json()["body"]
    assert read[0]["value"]["table"] == TABLE
    assert ask("PATCH", f"pages/{page.pk}/", {"body": read}).status_code == 200
    assert stored(page)[0]["value"]["table"] == TABLE


@pytest.mark.parametrize("table", [None, {"columns": [], "rows": []}])
def test_a_table_may_be_empty(table: Any) -> None:
    page, ask = make_page(), asking_as("Editors")
    assert ask("PATCH", f"pages/{page.pk}/", {"body": guide(table)}).status_code == 200
    assert stored(page)[0]["value"]["table"] == {"columns": [], "rows": [], "caption": ""}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"columns": None}, "/columns"),
        ({"rows": "M"}, "/rows"),
        ({"caption": 5}, "/caption"),
        ({"extra": 1}, "/extra"),
        ({"columns": [{"type": "text"}]}, "/columns/0/heading"),
        ({"columns": [{"type": "raw", "heading": "x"}], "rows": []}, "/columns/0/type"),
        ({"rows": [{"values": ["M"]}]}, "/rows/0/values"),
        ({"rows": [{"values": ["M", "wide"]}]}, "/rows/0/values/1"),
        ({"rows": [{"values": ["M" * 61, ""]}]}, "/rows/0/values/0"),
        ({"rows": [{"values": ["M", 92]}]}, "/rows/0/values/1"),
        ({"rows": [{"cells": []}]}, "/rows/0/values"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_place(change: Any, place: str) -> None:
    page, ask = make_page(), asking_as("Editors")
    before = stored(page)
    answer = ask("PATCH", f"pages/{page.pk}/", {"body": guide({**TABLE, **change})})
    assert answer.status_code == 422, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["pointer"] == f"/body/0/value/table{place}"
    assert stored(page) == before


@pytest.mark.parametrize("table", [5, "x", [], [1], True])
def test_what_is_no_table_is_refused_at_its_place(table: Any) -> None:
    page, ask = make_page(), asking_as("Editors")
    answer = ask("PATCH", f"pages/{page.pk}/", {"body": guide(table)})
    assert answer.status_code == 422, answer.content
    assert answer.json()["errors"][0]["pointer"] == "/body/0/value/table"

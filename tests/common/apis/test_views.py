"""Every REST view is strict about methods, parameters, bodies and formats."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.common.apis.doors import groups, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.common.apis.doors")]
PROBLEM = "application/problem+json"


def post(client: Client, body: Any, **headers: str) -> Any:
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    return client.post("/api/v1/groups/", data, content_type="application/json", headers=headers)


def test_an_unknown_parameter_is_refused(client: Client) -> None:
    answer = client.get("/api/v1/groups/?colour=red")
    assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)
    assert answer.json()["code"] == "unknown_parameter"


def test_known_parameters_and_paging_pass(client: Client) -> None:
    for number in range(5):
        make_group(f"g{number}")
    first = client.get("/api/v1/groups/?q=x&limit=2").json()
    assert (first["count"], len(first["results"]), first["previous"]) == (5, 2, None)
    second = client.get(first["next"]).json()
    assert [row["name"] for row in second["results"]] == ["g2", "g3"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "cursor=%00", "cursor=zz", "q=%00", "format=xml"]
)
def test_bad_parameters_are_a_400(client: Client, query: str) -> None:
    answer = client.get(f"/api/v1/groups/?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)


def test_options_is_harmless(client: Client) -> None:
    answer = client.options("/api/v1/private/")
    assert answer.status_code == 204
    assert "GET" in answer["Allow"]


def test_a_method_that_is_not_there_is_a_405_for_everybody(client: Client) -> None:
    answer = client.delete("/api/v1/private/")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert "GET" in answer["Allow"]


def test_nobody_is_a_401(client: Client) -> None:
    answer = client.get("/api/v1/private/")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert answer["Content-Type"] == PROBLEM


def test_a_bad_token_is_a_401(client: Client) -> None:
    answer = client.get("/api/v1/private/", headers={"Authorization": "Bearer junk"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'"x"', 400),
        (b"\xff\xfe", 400),
        (b'{"name": "a", "name": "b"}', 400),
        (b'{"name": NaN}', 400),
        (b'{"name": "a", "number": 1e400}', 400),
        (b'{"name": "\\ud800"}', 400),
        (b"[" * 100_000, 400),
        (b'{"name": ' + b"[" * 1000 + b"]" * 1000 + b"}", 400),
        ({"name": "a", "colour": "b"}, 400),
        ({"name": 5}, 400),
        ({"name": True}, 400),
        ({"name": None}, 400),
        ({"name": ["a"]}, 400),
        ({"name": "a", "inner": {}}, 400),
        ({"name": "a", "inner": [1]}, 400),
        ({"name": "a", "inner": [{"size": "M", "count": "1"}]}, 400),
        ({"name": "a", "inner": [{"size": "M", "x": 1}]}, 400),
        ({"name": "a", "tags": [5]}, 400),
        ({"name": "a", "until": 5}, 400),
        ({"name": "a", "number": 1.5}, 400),
        ({"name": "a", "inner": [{"size": "M", "count": 0}]}, 422),
        ({"name": "a", "inner": [{"size": "MMMM"}]}, 422),
        ({"name": "a", "until": "soon"}, 422),
        ({"name": ""}, 422),
        ({"name": "nul\x00"}, 422),
        ({}, 422),
        ({"name": "a" * 1_000_000}, 422),
        (b'{"name": "' + b"a" * 3_000_000 + b'"}', 413),
        (b'{"name": "' + b"a" * 6_000_000 + b'"}', 413),
    ],
)
def test_bodies_that_are_refused(client: Client, body: Any, status: int) -> None:
    answer = post(client, body)
    assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM), answer.content[:300]
    assert not groups().exists()


def test_a_problem_points_at_the_place(client: Client) -> None:
    errors = post(client, {"name": "a", "inner": [{"size": "M"}, {"size": "MMMM"}]}).json()[
        "errors"
    ]
    assert [(each["pointer"], each["code"]) for each in errors] == [("/inner/1/size", "max_length")]


def test_a_pointer_escapes_slashes(client: Client) -> None:
    errors = post(client, {"name": "a", "x/y~z": 1}).json()["errors"]
    assert errors[0]["pointer"] == "/x~1y~0z"


def test_another_content_type_is_a_415(client: Client) -> None:
    answer = client.post("/api/v1/groups/", "name=a", content_type="text/plain")
    assert (answer.status_code, answer["Content-Type"]) == (415, PROBLEM)


def test_a_format_that_we_do_not_speak_is_a_406(client: Client) -> None:
    answer = client.get("/api/v1/groups/", headers={"Accept": "text/csv"})
    assert (answer.status_code, answer["Content-Type"]) == (406, PROBLEM)


def test_an_unknown_route_is_a_problem(client: Client) -> None:
    answer = client.get("/api/v1/nothing/here/")
    assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)
    assert answer.json()["code"] == "not_found"


def test_nul_in_a_path_is_a_404(client: Client) -> None:
    assert client.get("/api/v1/groups%00/").status_code == 404


def test_a_strange_host_is_a_400_problem(client: Client) -> None:
    answer = client.get("/api/v1/groups/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)


def test_what_breaks_is_a_500_problem_without_details(client: Client) -> None:
    client.raise_request_exception = False
    answer = client.get("/api/v1/broken/")
    assert (answer.status_code, answer["Content-Type"]) == (500, PROBLEM)
    assert b"secret" not in answer.content

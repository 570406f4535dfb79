"""One key, one effect, one answer."""

import json
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from common.apis import idempotency
from common.apis.idempotency import Claim
from common.models import IdempotencyRecord
from common.outbox.models import HandledEvent
from common.tasks import prune_idempotency_records
from identity.models import User
from tests.common.apis import doors
from tests.common.apis.doors import groups, make_group
from tests.factories.people import make_user

pytestmark = pytest.mark.urls("tests.common.apis.doors")


def post(
    client: Client, name: str = "one", key: str | None = "k-1", path: str = "groups", **headers: Any
) -> Any:
    if key is not None:
        headers["Idempotency-Key"] = key
    return client.post(
        f"/api/v1/{path}/",
        json.dumps({"name": name}),
        content_type="application/json",
        headers=headers,
    )


@pytest.mark.django_db
def test_the_same_request_again_gives_the_first_answer_byte_for_byte(client: Client) -> None:
    first, second = post(client), post(client)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert second["Location"] == first["Location"]
    assert second["Content-Type"] == first["Content-Type"]
    assert (second["Idempotent-Replayed"], "Idempotent-Replayed" in first) == ("true", False)
    assert groups().count() == 1


@pytest.mark.django_db
def test_without_a_key_it_is_done_again(client: Client) -> None:
    post(client, "one", key=None)
    post(client, "two", key=None)
    assert groups().count() == 2
    assert IdempotencyRecord.objects.count() == 0


@pytest.mark.django_db
def test_another_body_is_refused(client: Client) -> None:
    post(client)
    answer = post(client, "two")
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert groups().count() == 1


@pytest.mark.django_db
def test_another_body_is_refused_before_it_is_validated(client: Client) -> None:
    post(client)
    assert post(client, "x" * 50).json()["code"] == "idempotency_key_reused"


@pytest.mark.django_db
def test_spacing_and_key_order_make_no_other_body(client: Client) -> None:
    post(client)
    answer = client.post(
        "/api/v1/groups/",
        '{\n  "name":   "one"}',
        content_type="application/json",
        headers={"Idempotency-Key": "k-1"},
    )
    assert answer["Idempotent-Replayed"] == "true"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["refused", "status", "x" * 50])
def test_a_refusal_rolls_the_work_back_and_frees_the_key(client: Client, name: str) -> None:
    assert post(client, name).status_code in (409, 422)
    assert not groups().exists()
    assert post(client, "another").status_code == 201


@pytest.mark.django_db
def test_a_key_is_required_where_the_view_says_so(client: Client) -> None:
    answer = post(client, key=None, path="keyed")
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_required")
    assert not groups().exists()


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", " ", "x" * 256, "caf\u00e9", "tab\there"])
def test_a_key_that_is_none_is_refused(client: Client, key: str) -> None:
    answer = post(client, key=key)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_malformed")


@pytest.mark.django_db
def test_a_key_of_255_characters_is_good(client: Client) -> None:
    assert post(client, key="~" * 255).status_code == 201


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other",
    [
        {"headers": {"X-Basket-Token": "other"}},
        {"headers": {"X-Order-Token": "other"}},
        {"REMOTE_ADDR": "10.0.0.9"},
    ],
)
def test_a_key_belongs_to_its_caller(client: Client, other: dict[str, Any]) -> None:
    post(client)
    body = json.dumps({"name": "two"})
    headers = {"Idempotency-Key": "k-1", **other.pop("headers", {})}
    answer = client.post(
        "/api/v1/groups/", body, content_type="application/json", headers=headers, **other
    )
    assert answer.status_code == 201


@pytest.mark.django_db
def test_a_key_belongs_to_its_path(client: Client) -> None:
    post(client, "one")
    assert post(client, "two", path="keyed").status_code == 201


@pytest.mark.django_db
def test_the_person_owns_the_key_whatever_token_is_sent(rf: Any) -> None:
    user: User = make_user()
    request = rf.post("/", headers={"X-Basket-Token": "t"})
    request.user = user
    assert idempotency.caller_of(request) == f"user:{user.pk}"


@pytest.mark.django_db
def test_a_twin_in_flight_is_told_to_wait(client: Client) -> None:
    lock = Claim("address:127.0.0.1", "k-1", "POST", "/api/v1/groups/", "").lock
    with psycopg.connect(**_connection()) as twin:
        twin.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
        answer = post(client)
        assert (answer.status_code, answer.json()["code"]) == (409, "in_flight")
        assert int(answer["Retry-After"]) >= 1
        assert post(client, key="k-2").status_code == 201
        twin.rollback()
    assert post(client, "three").status_code == 201


@pytest.mark.django_db
def test_answers_are_kept_for_a_day(client: Client) -> None:
    post(client)
    IdempotencyRecord.objects.update(created_at=timezone.now() - timedelta(hours=23, minutes=59))
    assert prune_idempotency_records() == 0
    IdempotencyRecord.objects.update(created_at=timezone.now() - timedelta(hours=24, minutes=1))
    assert prune_idempotency_records() == 1


def test_eight_at_once_with_one_key_do_it_once(
    at_once: Callable[..., list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = threading.Barrier(8)

    def slowly(name: str) -> HandledEvent:
        group = make_group(name)
        time.sleep(0.2)
        return group

    monkeypatch.setattr(doors, "make_group", slowly)

    def submit(number: int) -> Any:
        ready.wait()
        return post(Client(), "only")

    answers = at_once(submit, 8)
    codes = sorted(answer.status_code for answer in answers)
    assert groups().count() == 1
    assert set(codes) <= {201, 409}
    assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
    assert all(answer["Retry-After"] for answer in answers if answer.status_code == 409)
    assert post(Client(), "only")["Idempotent-Replayed"] == "true"


def _connection() -> dict[str, Any]:
    parameters = connection.get_connection_params()
    return {
        name: parameters[name]
        for name in ("dbname", "user", "password", "host", "port")
        if name in parameters
    }

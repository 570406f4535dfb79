"""The front page, health and the API's own description."""

from datetime import timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from commerce.storefront.services import documents
from common.outbox.models import Heartbeat
from identity.models import User
from tests.factories import make_product, make_user


@pytest.mark.django_db
def test_the_front_page_shows_what_is_sold(client: Client, settings: Any) -> None:
    settings.DEMO = True
    product = make_product(title="Adire <3", price="12500.00")
    documents.rebuild(product_ids=[product.pk])
    page = client.get("/").content.decode()
    assert "Adire &lt;3" in page
    assert "12,500" in page
    assert "admin@fashionistar.example" in page


@pytest.mark.django_db
def test_outside_a_demo_nobodys_password_is_shown(client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert "fashionistar-demo" not in client.get("/").content.decode()


def test_healthz_asks_no_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_readyz_says_what_it_waits_for(client: Client, settings: Any) -> None:
    settings.DEMO = True
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["waiting_for"] == ["demo data", "a worker"]


@pytest.mark.django_db
def test_readyz_wants_a_worker_once_and_then_only_tells_that_it_is_silent(
    client: Client, settings: Any
) -> None:
    settings.DEMO = True
    make_user(is_demo=True)
    assert client.get("/readyz").json()["waiting_for"] == ["a worker"]
    Heartbeat.objects.create(name="worker", at=timezone.now())
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["notes"]) == (200, [])
    Heartbeat.objects.update(at=timezone.now() - timedelta(minutes=5))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")
    assert answer.json()["notes"][0].startswith("No worker was heard since ")


@pytest.mark.django_db
def test_the_document_and_its_page_are_served(client: Client) -> None:
    document = client.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    page = client.get("/api/docs/").content.decode()
    assert "/api/v1/admin/messages/" in page
    assert "//cdn" not in page


def test_crawlers_and_browsers_are_answered_without_a_database(client: Client) -> None:
    robots = client.get("/robots.txt")
    assert robots["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/" in robots.content.decode()
    assert client.get("/favicon.ico")["Location"].endswith("mark.svg")


@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "429", "500"])
def test_a_refusal_is_drawn_without_a_database(name: str, rf: Any) -> None:
    request = rf.get("/nowhere/")
    request.user = SimpleLazyObject(_no_database)
    for each in (None, request):
        assert "Fashionistar" in render_to_string(f"{name}.html", {}, request=each)


def _no_database() -> None:
    raise AssertionError("The page asked who is signed in.")


def test_a_refusal_names_a_person_who_is_known_already(rf: Any) -> None:
    request = rf.get("/nowhere/")
    request.user = request._cached_user = User(email="amina@example.com")
    assert "amina@example.com" in render_to_string("403.html", {}, request=request)

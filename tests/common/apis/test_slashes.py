"""Without its last slash an address leads readers on, and nobody keeps where to."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/api/v1/store/preview", "/client/preview"])
def test_the_token_of_a_draft_is_private_on_the_way_to_it(path: str) -> None:
    answer = Client().get(path, {"content_type": "cms_pages.standardpage", "token": "secret"})
    assert answer.status_code == 301 and answer["Location"].startswith(f"{path}/?")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_who_writes_is_told_in_the_apis_own_words(method: str) -> None:
    answer = getattr(Client(), method)("/api/v1/store/pages")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"

"""Only staff of the admin get past the door, whatever they ask for."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import URLPattern, get_resolver
from django.utils import timezone
from wagtail.models import APIToken, Page, Site

from cms.authoring.apis import urls
from cms.authoring.apis.door import guarded
from common.apis import throttling
from tests.cms.authoring.apis.calling import API, api_token, asking, asking_as, jwt, member
from tests.cms.authoring.pages import make_page
from tests.cms.desk.pictures import make_picture
from tests.factories import make_user, make_vendor

pytestmark = pytest.mark.django_db
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")


def paths() -> list[str]:
    found = [str(each.pattern) for each in urls.wagtail_api[0] if isinstance(each, URLPattern)]
    assert len(found) > 40
    return sorted({_filled(each) for each in found})


def _filled(pattern: str) -> str:
    return "/".join("1" if part.startswith("<") else part for part in pattern.split("/"))


@pytest.mark.parametrize("method", METHODS)
def test_without_a_token_every_path_and_method_is_401(method: str) -> None:
    make_page(), make_picture()
    client = Client(raise_request_exception=False)
    answers = {path: client.generic(method, API + path).status_code for path in paths()}
    assert set(answers.values()) == {401}, answers


@pytest.mark.parametrize("method", METHODS)
def test_a_shopper_gets_nowhere(method: str) -> None:
    ask = asking(jwt(make_user(), "store"))
    assert {ask(method, path).status_code for path in paths()} == {403}


def test_tokens_of_the_store_and_of_vendors_are_403_even_for_staff() -> None:
    chief = make_user(is_staff=True, is_superuser=True)
    make_vendor(owner=chief)
    for audience in ("store", "vendor"):
        answer = asking(jwt(chief, audience))("GET", "pages/")
        assert (answer.status_code, answer.json()["code"]) == (403, "wrong_audience")
        assert answer["Content-Type"] == "application/problem+json"


def test_a_token_of_the_audience_admin_and_one_of_wagtails_are_good() -> None:
    editor = member("Editors")
    for token in (jwt(editor, "admin"), api_token(editor)):
        answer = asking(token)("GET", "whoami/")
        assert answer.status_code == 200
        assert answer.json()["user"]["email"] == editor.email
        assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer x", "Bearer wagtail_x", "Basic YTpi", "Bearer \x01é"],
)
def test_whatever_is_no_token_is_401(header: str) -> None:
    answer = Client().get(API + "pages/", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_session_of_the_admin_is_no_token() -> None:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert client.get(API + "pages/").status_code == 401
    assert client.post(API + "pages/", {}).status_code == 401


def test_a_token_ends_with_its_days_and_when_it_is_revoked() -> None:
    ask = asking_as("Editors")
    days = settings.CMS_API_TOKEN_DAYS
    assert days == 90
    tokens = APIToken.objects.all()
    tokens.update(created=timezone.now() - timedelta(days=days, minutes=-1))
    assert ask("GET", "pages/").status_code == 200
    tokens.update(created=timezone.now() - timedelta(days=days, minutes=1))
    answer = ask("GET", "pages/")
    assert (answer.status_code, answer.json()["code"]) == (401, "token_expired")
    tokens.update(created=timezone.now(), revoked_at=timezone.now())
    assert ask("GET", "pages/").status_code == 401


@pytest.mark.parametrize(
    ("change", "status"), [({"is_active": False}, 401), ({"is_staff": False}, 403)]
)
@pytest.mark.parametrize("kind", ["ours", "wagtails"])
def test_who_left_is_refused_at_once(change: dict[str, bool], status: int, kind: str) -> None:
    editor = member("Editors")
    ask = asking(jwt(editor, "admin") if kind == "ours" else api_token(editor))
    assert ask("GET", "pages/").status_code == 200
    type(editor).objects.filter(pk=editor.pk).update(**change)
    assert ask("GET", "pages/").status_code == status


def test_staff_to_whom_the_admin_does_not_open_are_refused() -> None:
    assert asking(api_token(member()))("GET", "whoami/").status_code == 403
    assert asking(api_token(make_user()))("GET", "whoami/").status_code == 403


def test_a_person_has_so_many_writes_a_second_over_all_their_tokens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(throttling, "limit_of", lambda scope: 3)
    now = throttling.time.time()
    monkeypatch.setattr(throttling.time, "time", lambda: now)
    editor = member("Editors")
    answers = [asking(api_token(editor))("GET", "whoami/") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"reads";q=3;w=1'
    assert answers[3]["Retry-After"] == "1"
    assert asking_as("Editors")("GET", "whoami/").status_code == 200


def test_the_document_is_for_staff_and_off_in_production() -> None:
    ask = asking_as("Editors")
    assert ask("GET", "openapi.json").json()["openapi"].startswith("3.1")
    assert ask("GET", "docs/").status_code == 404
    with override_settings(WAGTAILAPI_DOCS_ENABLED=False):
        answer = ask("GET", "openapi.json")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_documents_are_served_from_nowhere() -> None:
    names: list[Any] = [getattr(each, "namespace", None) for each in get_resolver().url_patterns]
    assert "wagtaildocs_serve" not in str(get_resolver().reverse_dict) and "documents" not in names
    assert Client().get("/documents/1/a.pdf").status_code == 404


def test_a_reader_sees_the_sites_no_more_than_their_groups_do() -> None:
    assert Site.objects.exists()
    assert asking_as("Editors")("GET", "sites/").status_code == 403


@pytest.mark.parametrize(("status", "is_kept"), [(201, True), (403, False), (422, False)])
def test_a_write_that_ends_in_a_refusal_leaves_nothing(
    rf: RequestFactory, status: int, is_kept: bool
) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        make_page(slug="half-done")
        return JsonResponse({}, status=status)

    token = api_token(member("Editors"))
    headers = {"Authorization": f"Bearer {token}"}
    request = rf.generic("POST", f"{API}pages/", headers=headers)
    assert guarded(view)(request).status_code == status
    assert Page.objects.filter(slug="half-done").exists() is is_kept

"""Who publishes pictures without words hears where they are."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms import demo
from cms.core.undescribed import undescribed
from cms.home.models import HomePage
from cms.landing.models import LandingPage
from tests.cms.blocks import block
from tests.cms.desk.pictures import make_picture
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    return demo.seed()


def page_with(home: HomePage, *body: dict[str, Any]) -> LandingPage:
    found = LandingPage(title="Rains", slug="rains", body=list(body))
    home.add_child(instance=found)
    return found


def test_pictures_without_words_are_named_by_their_block(home: HomePage) -> None:
    bare, said = make_picture("IMG_2041.jpg"), make_picture("exif")
    type(said).objects.filter(pk=said.pk).update(description="A woman in agbada")
    image = {"image": bare.pk, "alt": "", "caption": ""}
    page = page_with(
        home,
        block("hero", {"title": "Rains", "image": bare.pk}),
        block("image", {**image, "alt": "A blue dress"}),
        block("image", {**image, "image": said.pk}),
        block("image", image),
        block("gallery", {"title": "", "images": [{**image, "alt": "One"}, image]}),
        block("quote", {"text": "Words", "attribution": ""}),
    )
    assert undescribed(LandingPage.objects.get(pk=page.pk)) == [
        "Hero (block 1)", "Picture (block 4)", "Gallery (block 5)",
    ]  # fmt: skip


@pytest.mark.parametrize(("action", "is_told"), [("action-publish", True), ("ignored", False)])
def test_who_hands_a_page_on_is_told_and_not_stopped(
    home: HomePage, action: str, is_told: bool
) -> None:
    client, picture = Client(), make_picture("IMG_2041.jpg")
    client.force_login(make_user(is_staff=True, is_superuser=True))
    page = page_with(home)
    said = {"image": picture.pk, "alt": "", "caption": ""}
    form = nested_form_data(
        {"title": "Rains", "slug": "rains", "body": streamfield([("image", said)]),
         "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}, action: "1"}
    )  # fmt: skip
    answer = client.post(f"/admin/pages/{page.pk}/edit/", form)
    assert answer.status_code == 302
    told = " ".join(map(str, get_messages(answer.wsgi_request)))
    assert ("Pictures without words" in told, "Picture (block 1)" in told) == (is_told, is_told)
    page.refresh_from_db()
    if is_told:
        shown = Client().get("/api/v1/store/pages/", {"path": "/rains/"}).json()
        assert shown["body"][0]["value"]["image"]["alt"] == ""


def test_an_upload_asks_what_the_picture_shows() -> None:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    for path in (f"/admin/images/{make_picture().pk}/", "/admin/images/chooser/"):
        page = client.get(path).content.decode()
        assert "What it shows" in page and "For who cannot see it" in page

"""The picture under the hotspots of a look is one that there is already."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from common.media.models import Picture, Rendition
from tests.cms.blocks import make_picture
from tests.cms.stories.making import make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(make_editor())
    return client


def shown(client: Client, pk: int) -> Any:
    return client.get(reverse("shown_picture", args=[pk]))


def test_editors_see_a_middle_size(editor: Client) -> None:
    picture = make_picture()
    widths = [{"src": f"/media/{each}.webp", "width": each} for each in (400, 800, 2400)]
    Picture.objects.filter(pk=picture.pk).update(sizes=widths)
    assert shown(editor, picture.pk).headers["Location"] == "/media/800.webp"
    assert not Rendition.objects.exists()


def test_until_workers_made_one_they_see_that_of_the_chooser(editor: Client) -> None:
    picture = make_picture()
    answer = shown(editor, picture.pk)
    rendition = Rendition.objects.get(image=picture, filter_spec="max-165x165")
    assert answer.headers["Location"] == rendition.url


def test_nobody_else_is_led_there_and_nothing_is_not_found(editor: Client) -> None:
    picture = make_picture()
    assert shown(Client(), picture.pk).headers["Location"].startswith("/admin/login/")
    assert shown(editor, picture.pk + 1).status_code == 404
    assert shown(editor, 10**30).status_code == 404

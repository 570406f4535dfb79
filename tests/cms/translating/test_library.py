"""The editor's script reads of each picture, document and page that is chosen what it shows."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model

from cms.home.models import HomePage
from tests.cms.blocks import make_picture
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk
from tests.factories import make_user

MAIN = "/admin/api/main"


def addresses(home: HomePage) -> list[str]:
    document = get_document_model()(title="Care")
    document.file.save("care.pdf", ContentFile(b"%PDF-1.4"))
    picture = make_picture("Chosen")
    return [
        f"{MAIN}/pages/{home.pk}/",
        f"{MAIN}/pages/",
        f"{MAIN}/images/{picture.pk}/",
        f"{MAIN}/images/",
        f"{MAIN}/documents/{document.pk}/",
        f"{MAIN}/documents/",
    ]


@pytest.mark.parametrize("group", ["Translators", "Publishers", "Merchandisers"])
def test_whoever_writes_pages_reads_it(home: HomePage, group: str) -> None:
    person = desk.signed_in(make_editor(group))
    answers = [person.get(each) for each in addresses(home)]
    assert [each.status_code for each in answers] == [200] * 6
    assert answers[2].json()["thumbnail"]["url"]


def test_nobody_else_does(home: HomePage) -> None:
    every = addresses(home)
    assert [Client().get(each).status_code for each in every] == [302] * 6
    assert get_user_model().objects.exists()
    shopper = desk.signed_in(make_user())
    assert {shopper.get(each).status_code for each in every} <= {302, 403}

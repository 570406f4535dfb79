"""Documents are files that anybody may read: no screen asks for a view before them."""

from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.rich_text import expand_db_html

from cms import demo
from cms.core.blocks.text import ParagraphBlock
from cms.core.richtext import clean_html, editable
from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import api_token, asking, member
from tests.cms.authoring.pages import make_page
from tests.cms.blocks import block
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db
ROOT = "/admin/documents/"


@pytest.fixture
def editor() -> Client:
    return at_the_desk("Editors")


@pytest.fixture
def guide(db: None) -> Any:
    return get_document_model().objects.create(
        title="Guide to fabrics", file=ContentFile(b"%PDF-1.4", name="guide.pdf")
    )


def test_every_screen_of_documents_opens_once_there_is_one(editor: Client, guide: Any) -> None:
    for path in (
        ROOT, f"{ROOT}?q=guide", f"{ROOT}chooser/", f"{ROOT}chooser/results/?q=guide",
        f"{ROOT}edit/{guide.pk}/", f"{ROOT}usage/{guide.pk}/",
    ):  # fmt: skip
        answer = editor.get(path)
        assert answer.status_code == 200, path
        assert "Guide to fabrics" in answer.content.decode(), path
    page = editor.get(ROOT).content.decode()
    assert guide.file.url in page
    chosen = editor.get(f"{ROOT}chooser/chosen/{guide.pk}/")
    assert chosen.status_code == 200
    assert guide.file.url in chosen.content.decode()


def test_tools_read_where_a_document_lies(guide: Any) -> None:
    answer = asking(api_token(member("Editors")))("GET", f"documents/{guide.pk}/")
    assert answer.status_code == 200
    assert guide.file.url in answer.content.decode()


def test_a_link_to_a_document_opens_in_the_editor_and_reads_as_words(guide: Any) -> None:
    stored = f'<p><a linktype="document" id="{guide.pk}">The guide</a></p>'
    assert 'linktype="document"' in editable(stored)
    assert "The guide" in expand_db_html(stored)
    assert guide.file.url in expand_db_html(stored)


def private(collection: Any) -> Any:
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def test_a_link_to_a_document_leads_to_its_file_under_its_title(guide: Any) -> None:
    stored = f'<p>See <a linktype="document" id="{guide.pk}">the guide</a> now</p>'
    url = f"{settings.SHOP_URL}{guide.file.url}"
    found = clean_html(stored)
    assert f'href="{url}"' in found and 'title="Guide to fabrics"' in found
    assert ">the guide</a> now" in found


@pytest.mark.parametrize("state", ["deleted", "private", "below a private one", "no key"])
def test_a_document_that_not_all_may_read_is_plain_words(guide: Any, state: str) -> None:
    root = Collection.get_first_root_node()
    team = root.add_child(name="Team")
    inner = team.add_child(name="Inner")
    stored = f'<p>See <a linktype="document" id="{guide.pk}">the <b>guide</b></a> now</p>'
    if state == "deleted":
        guide.delete()
    elif state == "no key":
        stored = stored.replace(f'id="{guide.pk}"', 'id="9e9"')
    else:
        guide.collection = team if state == "private" else inner
        guide.save()
        assert "<a " in clean_html(stored)
        private(team)
    assert clean_html(stored) == "<p>See the <b>guide</b> now</p>"


def test_the_title_of_a_document_brings_no_markup_and_no_other_title_is_kept(guide: Any) -> None:
    guide.title = '"><script>alert(1)</script> Fabrics & "more"'
    guide.save()
    stored = (
        f'<p><a linktype="document" id="{guide.pk}" title="x">a</a>'
        '<a href="https://example.com/" title="<img src=x onerror=alert(1)>">b</a></p>'
    )
    found = clean_html(stored)
    assert "<script" not in found and "onerror" not in found
    assert 'title="x"' not in found and "Fabrics" in found


def test_a_page_gives_its_link_and_one_statement_for_all_documents(guide: Any) -> None:
    other = get_document_model().objects.create(
        title="Care", file=ContentFile(b"Wash cold", name="care.txt")
    )
    home = demo.seed()
    links = "".join(f'<a linktype="document" id="{each.pk}">it</a>' for each in (guide, other))
    page = StandardPage(title="Read", slug="read", body=[block("rich_text", f"<p>{links}</p>")])
    home.add_child(instance=page)
    client = Client()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/api/v1/store/pages/", {"path": "/read/"})
    html = answer.json()["body"][0]["value"]["html"]
    assert guide.file.url in html and other.file.url in html
    assert sum("wagtaildocs" in each["sql"] for each in asked) == 1


def test_the_editor_of_texts_has_a_button_for_documents(editor: Client) -> None:
    assert "document-link" in ParagraphBlock().features
    page = StandardPage.objects.first() or make_page()
    assert "DOCUMENT" in editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()

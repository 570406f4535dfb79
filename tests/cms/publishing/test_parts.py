"""Pages are told of that answer otherwise because of a document, a form or a picture they show."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from cms import demo
from cms.forms.models import Form, FormField
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from cms.publishing.services import announcing, renewing
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery, events
from tests.cms.blocks import block, make_picture
from tests.cms.publishing.hearing import told
from tests.factories.people import at_the_desk


@pytest.fixture
def home(db: None) -> HomePage:
    found = demo.seed()
    announcing.announce()
    return found


def showing(home: HomePage, slug: str, shown: Any) -> None:
    page = StandardPage(title=slug, slug=slug, live=False, body=[shown])
    home.add_child(instance=page)
    page.save_revision().publish()
    delivery.drain()
    OutboxEvent.objects.all().delete()


def link_to(document: Any) -> dict[str, Any]:
    return block("rich_text", f'<p><a linktype="document" id="{document.pk}">there</a></p>')


def make_guide(**fields: Any) -> Any:
    file = ContentFile(b"x", name="g.txt")
    return get_document_model().objects.create(title="Guide", file=file, **fields)


def make_form() -> Form:
    form = Form.objects.create(title="Write to us")
    for place, label in enumerate(["Your name", "About"]):
        FormField.objects.create(form=form, label=label, field_type="singleline", sort_order=place)
    return form


def etag(slug: str) -> str:
    answer = Client().get("/api/v1/store/pages/", {"path": f"/{slug}/"})
    assert answer.status_code == 200
    return str(answer["ETag"])


def retitle(document: Any) -> None:
    document.title = "Another"
    document.save()


def close(document: Any) -> None:
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )


def put_elsewhere(document: Any) -> None:
    shut = Collection.get_first_root_node().add_child(name="For staff")
    CollectionViewRestriction.objects.create(collection=shut, restriction_type="login")
    address = f"/admin/bulk/wagtaildocs/document/add_to_collection/?id={document.pk}&next=/admin/"
    assert at_the_desk("admin").post(address, {"collection": shut.pk}).status_code == 302


def delete(thing: Any) -> None:
    thing.delete()


@pytest.mark.parametrize(
    "change", [retitle, close, put_elsewhere, delete], ids=lambda each: each.__name__
)
def test_a_document_that_answers_otherwise(home: HomePage, change: Callable[[Any], None]) -> None:
    guide = make_guide()
    showing(home, "care", link_to(guide))
    before = etag("care")
    change(guide)
    assert etag("care") != before
    assert told() == [("page.published", "/care/")]


def rename(form: Form) -> None:
    form.title = "Ask us"
    form.save()


def ask_otherwise(form: Form) -> None:
    question = form.fields.get(label="About")
    question.label = "What about"
    question.save()


def ask_less(form: Form) -> None:
    FormField.objects.get(form=form, label="About").delete()


def shut(form: Form) -> None:
    form.is_open = False
    form.save()


@pytest.mark.parametrize(
    "change", [rename, ask_otherwise, ask_less, shut, delete], ids=lambda each: each.__name__
)
def test_a_form_that_answers_otherwise(home: HomePage, change: Callable[[Any], None]) -> None:
    form = make_form()
    showing(home, "contact", block("form", {"title": "", "form": form.pk}))
    before = etag("contact")
    change(Form.objects.get(pk=form.pk))
    assert etag("contact") != before
    assert told() == [("page.published", "/contact/")]


def test_of_a_form_that_only_tells_other_people_nothing_is_told(home: HomePage) -> None:
    form = make_form()
    showing(home, "contact", block("form", {"title": "", "form": form.pk}))
    form = Form.objects.get(pk=form.pk)
    form.thanks = "Thanks."
    form.save()
    assert told() == []


def describe(picture: Any) -> None:
    picture.description = "Seen from behind"
    picture.save()


@pytest.mark.parametrize("change", [describe, delete], ids=lambda each: each.__name__)
def test_a_picture_that_is_shown_otherwise(home: HomePage, change: Callable[[Any], None]) -> None:
    picture = make_picture()
    showing(home, "look", block("image", {"image": picture.pk, "alt": "", "caption": ""}))
    before = etag("look")
    change(picture)
    assert etag("look") != before
    assert told() == [("page.published", "/look/")]


def test_a_change_that_is_undone_is_not_told(home: HomePage) -> None:
    guide = make_guide()
    showing(home, "care", link_to(guide))
    with transaction.atomic():
        retitle(guide)
        assert OutboxEvent.objects.filter(type=renewing.CHANGED).count() == 1
        transaction.set_rollback(True)
    assert told() == []


@pytest.mark.parametrize("change", [retitle, delete], ids=lambda each: each.__name__)
def test_many_pages_are_told_of_a_part_at_a_time(
    home: HomePage, change: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "BATCH", 2)
    monkeypatch.setattr(events, "PACE", events.PACE * 0)
    guide = make_guide()
    for slug in ("a", "b", "c"):
        showing(home, slug, link_to(guide))
    change(guide)
    delivery.drain()
    parts = OutboxEvent.objects.filter(type=renewing.DUE).order_by("pk")
    assert [len(each.payload["page_ids"]) for each in parts] == [2, 1]
    assert sorted(told()) == [("page.published", f"/{slug}/") for slug in ("a", "b", "c")]

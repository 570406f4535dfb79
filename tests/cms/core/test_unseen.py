"""Who publishes a page that is shown to nobody yet reads what it waits for."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms import demo
from cms.collections import models as collections
from cms.collections.models import CollectionPage
from cms.vendors import models as vendors
from cms.vendors.models import VendorPage
from commerce.catalogue.models import Collection
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db


def page_of(kind: str, *, is_shown: bool) -> Any:
    """Return a draft about a collection or a vendor."""
    page: Any
    if kind == "collection":
        about = Collection.objects.create(slug="rains", title="Rains", is_public=is_shown)
        page = CollectionPage(title="Rains", slug="wet", collection=about, live=False)
    else:
        page = VendorPage(title="Ade", slug="ade", vendor=make_vendor(is_open=is_shown), live=False)
    demo.seed().add_child(instance=page)
    page.save_revision()
    return page


def form_of(page: Any, **more: Any) -> dict[str, Any]:
    kind = "collection" if isinstance(page, CollectionPage) else "vendor"
    return nested_form_data(
        {"title": page.title, "slug": page.slug, kind: getattr(page, kind).pk,
         "body": streamfield([]), "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}, **more}
    )  # fmt: skip


def told(answer: Any) -> str:
    return " ".join(map(str, get_messages(answer.wsgi_request)))


@pytest.mark.parametrize(
    ("kind", "said"), [("collection", collections.AWAITED), ("vendor", vendors.AWAITED)]
)
@pytest.mark.parametrize("is_shown", [True, False])
def test_who_publishes_plans_or_submits_it_is_told(
    admin: Client, kind: str, said: str, is_shown: bool
) -> None:
    page = page_of(kind, is_shown=is_shown)
    url = f"/admin/pages/{page.pk}/edit/"
    acts: list[dict[str, str]] = [
        {"action-submit": "1"}, {"action-publish": "1"},
        {"action-publish": "1", "go_live_at": "2099-01-01 10:00"},
    ]  # fmt: skip
    for number, each in enumerate([{}, *acts]):
        answer = admin.post(url, form_of(page, **each))
        assert answer.status_code == 302
        assert told(answer).count(said) == (0 if is_shown else number), each


@pytest.mark.parametrize(
    ("kind", "said"), [("collection", collections.AWAITED), ("vendor", vendors.AWAITED)]
)
def test_it_stands_on_the_form_as_long_as_it_is_true(admin: Client, kind: str, said: str) -> None:
    page = page_of(kind, is_shown=False)
    url = f"/admin/pages/{page.pk}/edit/"
    assert said in admin.get(url).content.decode()
    about = getattr(page, kind)
    setattr(about, "is_public" if kind == "collection" else "is_open", True)
    about.save()
    assert said not in admin.get(url).content.decode()


def test_a_new_page_and_many_at_once_are_told_of(admin: Client) -> None:
    page = page_of("collection", is_shown=False)
    url = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/"
    assert f"Rains: {collections.AWAITED}" in told(admin.post(url, {"include_descendants": ""}))
    add = f"/admin/pages/add/cms_collections/collectionpage/{page.get_parent().pk}/"
    made = CollectionPage(title="More", slug="more", collection=page.collection)
    answer = admin.post(add, form_of(made, **{"action-publish": "1"}))
    assert answer.status_code == 302
    assert collections.AWAITED in told(answer)

"""A story is begun, written, compared, locked and reviewed in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.stories.models import ProductStory
from identity.models import User
from tests.cms.stories.making import (
    again,
    make_editor,
    opened,
    quote,
    sold,
    texts,
    told,
)
from tests.factories import make_product, make_user

pytestmark = pytest.mark.django_db


def client_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def admin() -> Client:
    return client_of(make_user(is_staff=True, is_superuser=True))


def write(product: Any, locale: str = "en") -> str:
    return f"/admin/stories/{product.pk}/{locale}/write/"


def test_the_button_begins_a_story_once_and_opens_the_editor() -> None:
    product, client = make_product(title="Adire shirt"), client_of(make_editor())
    first, second = client.post(write(product)), client.post(write(product))
    story = ProductStory.objects.get()
    assert first.url == second.url == f"/admin/pages/{story.pk}/edit/"  # type: ignore[attr-defined]
    page = client.get(first.url).content.decode()  # type: ignore[attr-defined]
    for each in ("Adire shirt", "Gallery", "Washing", "Search engines", "For the team"):
        assert each in page
    assert 'name="slug"' not in page
    assert 'name="product"' not in page


def test_who_comes_back_to_the_buttons_address_is_led_on_and_begins_nothing() -> None:
    product, client = make_product(), client_of(make_editor())
    before = client.get(write(product))
    assert before.url == reverse("desk_products:inspect", args=[product.pk])  # type: ignore[attr-defined]
    assert not ProductStory.objects.exists()
    client.post(write(product))
    story = ProductStory.objects.get()
    assert client.get(write(product)).url == f"/admin/pages/{story.pk}/edit/"  # type: ignore[attr-defined]
    for path in (f"{10**30}/en", "999999/en", f"{product.pk}/xx", f"{product.pk}/%00"):
        assert client.get(f"/admin/stories/{path}/write/").status_code == 404


def test_the_list_of_stories_does_not_ask_for_a_site(admin: Client) -> None:
    admin.post(write(make_product(title="Adire shirt")))
    shelf = ProductStory.objects.get().get_parent()
    page = admin.get(reverse("wagtailadmin_explore", args=[shelf.pk])).content.decode()
    assert "Adire shirt" in page
    assert "no site" not in page


@pytest.mark.parametrize("group", ["Operations", "Support", "Finance"])
def test_who_writes_no_pages_is_turned_away(group: str) -> None:
    product, client = make_product(), client_of(make_editor(group))
    assert client.post(write(product)).status_code == 302
    assert not ProductStory.objects.exists()
    assert Client().post(write(product)).url.startswith("/admin/login")  # type: ignore[attr-defined]


def test_no_product_and_no_language_is_no_place(admin: Client) -> None:
    product = make_product(options={"size": ["S"]})
    variant = product.children.get()
    for way in (write(product, "xx"), write(variant), "/admin/stories/0/en/write/"):
        assert admin.post(way).status_code == 404
    assert admin.post(f"/admin/stories/{10**30}/en/write/").status_code == 404


def test_nobody_makes_moves_or_copies_a_story_by_hand(admin: Client) -> None:
    story = opened(make_product())
    shelf = story.get_parent()
    for kind, parent in (("productstory", shelf.pk), ("storyshelf", 1)):
        url = reverse("wagtailadmin_pages:add", args=("cms_stories", kind, parent))
        assert admin.get(url).status_code == 302
    admin.post(
        f"/admin/pages/{story.pk}/copy/",
        {
            "new_title": "Copy",
            "new_slug": "copy",
            "new_parent_page": shelf.pk,
            "copy_subpages": False,
        },
    )
    assert ProductStory.objects.count() == 1
    assert not story.permissions_for_user(make_user(is_superuser=True)).can_move_to(
        shelf.get_parent()
    )


def test_revisions_are_compared_and_kept(admin: Client) -> None:
    story = told(sold(), body=[quote("Before")])
    first = again(story).latest_revision
    story.body = [quote("Afterwards")]
    story.washing = "wash_40"
    second = story.save_revision()
    way = f"/admin/pages/{story.pk}/revisions/compare/{first.pk}...{second.pk}/"
    page = admin.get(way).content.decode()
    assert "Afterwards" in page
    assert "Machine wash at 40" in page
    assert admin.get(f"/admin/pages/{story.pk}/history/").status_code == 200


def test_a_locked_story_is_changed_by_nobody_else(admin: Client) -> None:
    product, editor = sold(), make_editor()
    story = told(product)
    assert admin.post(f"/admin/pages/{story.pk}/lock/").status_code == 302
    assert again(story).locked
    other = client_of(editor)
    page = other.get(f"/admin/pages/{story.pk}/edit/").content.decode()
    assert "locked" in page.lower()
    sent = form_of(story, "Mine")
    assert other.post(f"/admin/pages/{story.pk}/edit/", sent).status_code == 200
    assert again(story).latest_revision == story.latest_revision
    assert admin.post(f"/admin/pages/{story.pk}/unlock/").status_code == 302
    assert other.post(f"/admin/pages/{story.pk}/edit/", sent).status_code == 302
    draft = again(story).get_latest_revision_as_object()
    assert draft.body[0].value["text"] == "Mine"
    assert texts(product) == ["Told"]


def form_of(story: ProductStory, text: str, **more: Any) -> dict[str, Any]:
    body = streamfield([("quote", {"text": text, "attribution": ""})])
    said = {"title": story.title, "body": body, "gallery": streamfield([])}
    comments = inline_formset([], initial=0)
    return {**nested_form_data({**said, "comments": comments}), **more}


def test_a_comment_is_kept_with_the_story(admin: Client) -> None:
    story = told(sold())
    key = story.body.raw_data[0]["id"]
    said = {"text": "Softer?", "contentpath": f"body.{key}.text", "position": "null"}
    comments = nested_form_data(
        {"comments": inline_formset([{**said, "replies": inline_formset([])}], initial=0)}
    )
    answer = admin.post(f"/admin/pages/{story.pk}/edit/", {**form_of(story, "Told"), **comments})
    assert answer.status_code == 302
    assert again(story).wagtail_admin_comments.get().text == "Softer?"


def test_what_review_approves_is_read() -> None:
    product, editor = sold(), make_editor()
    story = opened(product, by=editor)
    story.body = [quote("Reviewed")]
    story.save_revision()
    workflow = Workflow.objects.filter(active=True).first()
    assert workflow is not None
    workflow.start(again(story), editor)
    assert texts(product) == []
    while again(story).workflow_in_progress:
        task = again(story).current_workflow_task_state
        task.approve(user=make_user(is_staff=True, is_superuser=True))
    assert texts(product) == ["Reviewed"]


def test_the_preview_of_the_editor_is_the_readers(admin: Client) -> None:
    story = opened(sold())
    answer = admin.get(f"/admin/pages/{story.pk}/view_draft/")
    assert answer.status_code in (200, 302)
    assert "cms_stories.productstory" in (answer.get("Location") or answer.content.decode())


def test_deleting_in_the_admin_takes_the_story_back(admin: Client) -> None:
    product = sold()
    story = told(product)
    assert texts(product) == ["Told"]
    admin.post(f"/admin/pages/{story.pk}/delete/")
    assert not ProductStory.objects.exists()
    assert texts(product) == []


def test_stories_are_not_offered_where_a_page_is_chosen(admin: Client) -> None:
    story = told(sold(title="Adire shirt"))
    root = story.get_parent().get_parent()
    for way in (f"/admin/choose-page/{root.pk}/", "/admin/choose-page/search/?q=Adire"):
        found = admin.get(way).content.decode()
        assert "Product stories" not in found
        assert "Adire shirt" not in found
    assert "Product stories" in admin.get("/admin/pages/").content.decode()

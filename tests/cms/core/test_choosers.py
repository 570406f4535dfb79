"""Every chooser of the admin takes what it cannot read for nothing, and its form says so."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.forms import ModelChoiceField
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site, Workflow, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms import demo
from cms.collections.models import CollectionPage
from cms.core.choosers import CHOOSERS, piece_name
from cms.home.models import HomePage
from cms.navigation.models import SiteSettings
from cms.pages.models import StandardPage
from cms.stories.models import ProductStory
from cms.vendors.models import VendorPage
from commerce.catalogue.models import Collection
from tests.cms.stories.making import opened
from tests.factories import make_product, make_user, make_vendor

KEYS = ["x", "9" * 30, "0", "-1", "1.5", "\x00", "1" * 5000]
DEFERRED = ("image", "gallery", "shop_the_look", "collection_teaser", "vendor_teaser", "form")
MENUS = "/admin/snippets/cms_navigation/menu/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    return demo.seed()


@pytest.fixture
def admin(home: HomePage) -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def listed(*values: Any) -> dict[str, Any]:
    """Return the form of a list of blocks."""
    return streamfield([("item", each) for each in values])


def bodies(key: str) -> dict[str, Any]:
    """Return each block that has choosers, with this key in all of them, and nothing else wrong."""
    picture = {"image": key, "alt": "", "caption": ""}
    link = {"label": "On", "page": key, "url": ""}
    rail = {"title": "Ours", "limit": 8}
    none = {"products": listed(), "collection": "", "category": "", "vendor": ""}
    spot = {"variant": key, "x": "1", "y": "1", "label": ""}
    return {
        "image": picture,
        "gallery": {"title": "", "images": listed(picture, picture)},
        "call_to_action": {"title": "On", "text": "", "tone": "plain", "links": listed(link)},
        "shop_the_look": {"title": "", "image": key, "alt": "", "hotspots": listed(spot)},
        "collection_teaser": {"collection": key, "title": ""},
        "vendor_teaser": {"vendor": key, "text": ""},
        "form": {"form": key, "title": ""},
        **{
            f"product_rail {name}": {**rail, **none, "source": name, name: key}
            for name in ("collection", "category", "vendor")
        },
        "product_rail products": {**rail, **none, "source": "products", "products": listed(key)},
    }


def optional(key: str) -> dict[str, Any]:
    """Return the blocks that can do without what is chosen."""
    hero = {"title": "Rains", "text": "", "image": key, "link_label": "", "link_url": ""}
    film = {"url": "https://youtu.be/abcdefghijk", "title": "", "poster": key, "caption": ""}
    return {"hero": hero, "video": film}


def page_form(title: str, blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = streamfield([(name.split()[0], value) for name, value in blocks.items()])
    said = {"title": title, "slug": "chosen", "body": body, "gallery": streamfield([])}
    return nested_form_data({**said, "comments": inline_formset([]), **more})


@pytest.mark.parametrize("name", bodies(""))
@pytest.mark.parametrize("key", KEYS, ids=lambda key: repr(key)[:12])
def test_a_block_with_it_is_refused(admin: Client, home: HomePage, name: str, key: str) -> None:
    page = home.add_child(instance=StandardPage(title="Chosen", slug="chosen"))
    form = page_form("Chosen", {name: bodies(key)[name]}, **{"action-publish": "1"})
    answer = admin.post(f"/admin/pages/{page.pk}/edit/", form)
    assert answer.status_code == 200
    assert "could not be saved" in answer.content.decode()
    assert Page.objects.get(pk=page.pk).latest_revision is None


@pytest.mark.parametrize("key", KEYS, ids=lambda key: repr(key)[:12])
def test_a_draft_with_it_is_kept_without_it(admin: Client, home: HomePage, key: str) -> None:
    page = home.add_child(instance=StandardPage(title="Chosen", slug="chosen"))
    blocks = {name: bodies(key)[name] for name in DEFERRED} | optional(key)
    url = f"/admin/pages/{page.pk}/edit/"
    assert admin.post(url, page_form("Chosen", blocks)).status_code == 302
    assert len(StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().body) == 8
    assert admin.get(url).status_code == 200


def _models() -> list[Any]:
    return [model for model in get_page_models() if model.__module__.startswith("cms.")]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_a_field_of_a_page_with_it_is_refused(admin: Client, home: HomePage, model: Any) -> None:
    form = model.get_edit_handler().get_form_class()
    names = [name for name, field in form.base_fields.items()
             if isinstance(field, ModelChoiceField)]  # fmt: skip
    page = model.objects.first() or _made(model, home)
    for name in names:
        for key in KEYS:
            said = page_form(page.title, {}, **{name: key, "action-publish": "1"})
            answer = admin.post(f"/admin/pages/{page.pk}/edit/", said)
            assert answer.status_code == 200, (name, key)
            assert "could not be saved" in answer.content.decode(), (name, key)


def _made(model: Any, home: HomePage) -> Any:
    if model is ProductStory:
        return opened(make_product())
    needed = {
        CollectionPage: lambda: {"collection": Collection.objects.create(slug="c", title="C")},
        VendorPage: lambda: {"vendor": make_vendor()},
    }
    more = needed.get(model, dict)()
    return home.add_child(instance=model(title="Chosen", slug="chosen", **more))


@pytest.mark.parametrize("key", KEYS, ids=lambda key: repr(key)[:12])
def test_menus_settings_and_wagtails_own_forms_refuse_it(
    admin: Client, home: HomePage, key: str
) -> None:
    site, workflow = Site.objects.get(is_default_site=True), Workflow.objects.first()
    settings = {"name": "Adire", "announcement_tone": "info", "social": streamfield([]),
                "words": inline_formset([])}  # fmt: skip
    group = Group.objects.get(name="Editors")
    assert workflow is not None
    forms = {
        f"{MENUS}add/": {"key": "main", "items": streamfield(
            [("page", {"target": key, "label": "", "children": streamfield([])})])},
        f"/admin/settings/cms_navigation/sitesettings/{site.pk}/":
            {**settings, "picture": key, "not_found_menu": key},
        "/admin/snippets/cms_search/promotion/add/":
            {"words": "x", "locale": home.locale_id, "page": key, "position": 0},
        reverse("wagtailredirects:add"): {"old_path": "/old/", "redirect_page": key},
        reverse("wagtailsites:edit", args=[site.pk]):
            {"hostname": "a.example", "port": 80, "root_page": key},
        reverse("wagtailadmin_pages:move", args=[home.pk]): {"new_parent_page": key},
        reverse("wagtailadmin_workflows:edit", args=[workflow.pk]):
            {"name": "x", "pages": inline_formset([{"page": key}]),
             "workflow_tasks": inline_formset([])},
        reverse("wagtailusers_groups:edit", args=[group.pk]):
            {"name": "Editors", "page_permissions": inline_formset([{"page": key}])},
    }  # fmt: skip
    admin.raise_request_exception = False
    answers = {url: admin.post(url, nested_form_data(form)) for url, form in forms.items()}
    assert {url: each.status_code for url, each in answers.items() if each.status_code != 200} == {}
    assert not SiteSettings.objects.filter(name="Adire").exists()


@pytest.mark.parametrize("key", [*KEYS, "", None], ids=lambda key: repr(key)[:12])
def test_a_copy_below_it_is_refused(admin: Client, home: HomePage, key: str | None) -> None:
    about = home.get_children().get(slug="about")
    url, count = reverse("wagtailadmin_pages:copy", args=[about.pk]), Page.objects.count()
    said = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": key}
    answer = admin.post(url, {name: each for name, each in said.items() if each is not None})
    assert (answer.status_code, answer.headers["Location"]) == (302, url)
    assert "Nothing was copied" in admin.get(url).content.decode()
    assert Page.objects.count() == count
    parent = home.pk
    assert admin.post(url, {**said, "new_parent_page": parent}).status_code == 302
    assert Page.objects.count() == count + 1


@pytest.mark.parametrize("key", KEYS, ids=lambda key: repr(key)[:12])
def test_many_at_once_are_found_or_not(admin: Client, key: str) -> None:
    for name in [*(each.name for each in CHOOSERS), "wagtailimages_chooser",
                 "wagtaildocs_chooser"]:  # fmt: skip
        answer = admin.get(reverse(f"{name}:chosen_multiple"), {"id": key})
        assert answer.status_code in (200, 404), name


@pytest.mark.parametrize("key", KEYS, ids=lambda key: repr(key)[:12])
def test_one_that_nobody_can_have_chosen_is_not_found(admin: Client, key: str) -> None:
    for chooser in CHOOSERS:
        answer = admin.get(reverse(f"{chooser.name}:chosen", args=[key]))
        assert answer.status_code == 404, chooser.name


def test_a_piece_is_told_from_its_sisters(admin: Client) -> None:
    product = make_product(title="Linen dress", options={"size": ["S", "M"]})
    piece = product.children.order_by("variant_position").last()
    assert piece_name(piece) == "Linen dress, M"
    answer = admin.get(reverse("variant_chooser:chosen", args=[piece.pk]))
    assert answer.json()["result"]["title"] == "Linen dress, M"


def test_every_chooser_says_what_it_chooses(admin: Client) -> None:
    for chooser in CHOOSERS:
        shown = admin.get(reverse(f"{chooser.name}:choose")).json()["html"]
        assert chooser.choose_one_text in shown
        assert len(chooser.choose_one_text.split()) == 3, "Choose a thing"

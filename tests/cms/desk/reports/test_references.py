"""What pages point at that shoppers cannot see is told, by the rules of delivery."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Page

from cms import demo
from cms.collections.models import CollectionPage
from cms.desk.reports.references.checking import Problem, problems
from cms.pages.models import StandardPage
from commerce.catalogue.models import Product
from commerce.storefront.services import documents
from identity.models import User
from tests.cms.blocks import Things, block, every, items, rail
from tests.cms.desk.home.test_panels import again, make_person
from tests.factories import make_product, make_user

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
URL = "/admin/reports/broken-references/"


@pytest.fixture
def editor() -> User:
    return make_person("Editors")


def make_page(body: list[Any], title: str = "Look", *, live: bool = True, **fields: Any) -> Any:
    home = demo.seed()
    page = StandardPage(title=title, slug=f"page-{Page.objects.count()}", live=live, **fields)
    page.body = body
    home.add_child(instance=page)
    page.save_revision()
    return page


def found(user: User) -> list[Problem]:
    return [each for each in problems(user=again(user)) if each.title in ("Look", "/old")]


def said(user: User) -> list[tuple[str, str]]:
    return [(each.what, each.said) for each in found(user)]


def link(**fields: Any) -> dict[str, Any]:
    value = {"label": "On", "page": None, "url": "", **fields}
    return block("call_to_action", {"title": "Go", "tone": "plain", "links": items(value)})


def test_a_whole_page_has_no_problem(editor: User) -> None:
    target = make_page([], "Target")
    things = Things.make()
    rails = [
        rail("Picked", "products", products=items(things.product.pk)),
        rail("Set", "collection", collection=things.collection.pk),
        rail("Theirs", "vendor", vendor=things.product.vendor_id),
    ]
    make_page([*every(things, target.pk), *rails], share_picture=things.picture)
    assert said(editor) == []


def test_everything_that_is_gone_or_hidden_is_told_with_its_place(editor: User) -> None:
    target = make_page([], "Target")
    things = Things.make()
    picked = rail("Picked", "products", products=items(things.product.pk))
    body = [*every(things, target.pk), picked]
    page = make_page(body)
    target.unpublish()
    things.collection.is_public = False
    things.collection.save()
    things.form.is_open = False
    things.form.save()
    Product.objects.filter(pk=things.product.pk).update(status="archived")
    vendor = things.product.vendor
    vendor.is_open = False
    vendor.save()
    things.picture.delete()
    told = found(editor)
    assert {(each.what, each.place.split(". ")[1], each.said) for each in told} == {
        ("picture", "Hero", "The picture was deleted."),
        ("picture", "Picture", "The picture was deleted."),
        ("picture", "Gallery", "The picture was deleted."),
        ("picture", "Film", "The picture was deleted."),
        ("picture", "Shop the look", "The picture was deleted."),
        ("page", "Text", "“Target” is not published."),
        ("page", "Call to action", "“Target” is not published."),
        ("product", "Shop the look", f"“{things.product.title}” is not sold: it is archived."),
        ("product", "Product rail", f"“{things.product.title}” is not sold: it is archived."),
        ("collection", "Collection teaser", "“Rainy season” is hidden."),
        ("vendor", "Vendor teaser", f"The vendor “{vendor.name}” is closed now."),
        ("form", "Form", "“Write to us” takes no answers."),
    }
    assert {each.state for each in told} == {"live"}
    hero = next(each for each in told if "Hero" in each.place)
    assert hero.url == f"/admin/pages/{page.pk}/edit/#block-{body[0]['id']}-section"


def test_products_are_told_apart(editor: User) -> None:
    sold, off, draft, dear = (make_product() for _ in range(4))
    lost = make_product(vendor=sold.vendor)
    documents.rebuild(product_ids=[each.pk for each in (sold, off, draft, lost)])
    Product.objects.filter(pk=off.pk).update(is_public=False)
    Product.objects.filter(pk=draft.pk).update(status="submitted")
    gone = lost.pk
    lost.delete()
    picked = (sold, off, draft, dear)
    make_page([rail("Ours", "products", products=items(*(each.pk for each in picked), gone))])
    assert set(said(editor)) == {
        ("product", "The product was deleted."),
        ("product", f"“{off.title}” is off sale."),
        ("product", f"“{draft.title}” is not sold: it is submitted."),
        ("product", f"“{dear.title}” has no price in NGN."),
    }


def test_rows_of_products_that_show_nothing_are_told(editor: User) -> None:
    things = Things.make()
    things.product.vendor.status = "suspended"
    things.product.vendor.save()
    make_page(
        [
            rail("Set", "collection", collection=things.collection.pk),
            rail("Theirs", "vendor", vendor=things.product.vendor_id),
            rail("Lost", "category", category=999_999),
        ]
    )
    assert set(said(editor)) == {
        ("collection", "“Rainy season” shows no product now."),
        ("vendor", f"The vendor “{things.product.vendor.name}” is suspended."),
        ("category", "The category was deleted."),
    }


def test_typed_addresses_are_followed(editor: User) -> None:
    product = make_product(slug="sold")
    make_product(slug="not-sold", is_public=False, title="Hidden one")
    documents.rebuild(product_ids=[product.pk])
    target = make_page([], "Target")
    Redirect.objects.create(old_path="/moved", redirect_page=target)
    good = (
        f"/{target.slug}/", f"/{target.slug}", "/moved/", "/products/?sort=newest",
        "/products/sold/", "/fr/products/sold/", "/search/?q=a", "https://example.com/none/", "/",
        "/about/#top", "/collections/",
    )  # fmt: skip
    text = '<p><a href="/nowhere/">a</a> <a href="/about/">b</a> <a href="mailto:a@b.c">c</a></p>'
    make_page(
        [
            *(link(url=each) for each in good),
            link(url="/products/not-sold/"),
            link(url="/products/none/"),
            block("rich_text", text),
            block("hero", {"title": "Hi", "link_label": "On", "link_url": "/lost"}),
        ]
    )
    assert sorted(said(editor)) == sorted(
        [
            ("product", "/products/not-sold/: “Hidden one” is off sale."),
            ("product", "/products/none/: There is nothing at this address."),
            ("address", "/nowhere/: There is nothing at this address."),
            ("address", "/lost: There is nothing at this address."),
        ]
    )


def test_drafts_are_told_apart_from_what_is_live(editor: User) -> None:
    page = make_page([link(url="/lost/")])
    page.body = [*page.body.get_prep_value(), link(url="/gone/")]
    page.save_revision()
    make_page([link(url="/draft/")], live=False)
    states = sorted((each.said.split(":")[0], each.state) for each in found(editor))
    assert states == [("/draft/", "draft"), ("/gone/", "draft"), ("/lost/", "live")]


def test_a_pages_own_facts_and_redirects_are_told(editor: User) -> None:
    things = Things.make()
    home = demo.seed()
    own = CollectionPage(title="Look", slug="look", collection=things.collection)
    home.add_child(instance=own)
    things.collection.is_public = False
    things.collection.save()
    gone = make_page([], "Gone", live=False)
    Redirect.objects.create(old_path="/old", redirect_page=gone)
    assert [(each.place, each.said, each.state) for each in found(editor)] == [
        ("The page itself", "“Rainy season” is hidden.", "live"),
        ("", "It leads to “Gone”, which is not published.", "redirect"),
    ]
    writer = make_user(is_staff=True)
    group = Group.objects.create(name="Writers")
    right = GroupPagePermission.objects.filter(group__user=editor)[0].permission
    GroupPagePermission.objects.create(group=group, page=home, permission=right)
    writer.groups.add(group)
    assert [each.state for each in found(writer)] == ["live"]


def test_pages_of_others_are_neither_listed_nor_named(editor: User) -> None:
    secret = make_page([link(url="/lost/")], "Secret", live=False)
    mine = make_page([link(page=secret.pk)])
    GroupPagePermission.objects.filter(group__user=editor).update(page=mine)
    told = problems(user=again(editor))
    assert [(each.title, each.said) for each in told] == [("Look", "The page is not published.")]


def test_it_is_opened_filtered_and_sent_by_who_writes_pages(signed_in: SignIn) -> None:
    make_page([link(url="/lost/")], "<script>x")
    client = signed_in("Editors")
    shown = client.get(URL).content.decode()
    assert "&lt;script&gt;x" in shown and "/lost/: There is nothing" in shown
    assert "Nothing of this kind" in client.get(URL, {"what": "form"}).content.decode()
    for page in ("2", "x", "-1", "9" * 30):
        assert client.get(URL, {"p": page}).status_code == 200
    lines = b"".join(client.get(URL, {"export": "csv"}).streaming_content).decode()
    assert "Typed address" in lines and "/lost/: There is nothing at this address." in lines
    for group in ("Support", "Operations", "Finance"):
        assert signed_in(group).get(URL).status_code == 302


def test_more_pages_cost_no_more_statements(editor: User) -> None:
    things = Things.make()
    target = make_page([], "Target")
    counts = []
    for many in (1, 8):
        for _ in range(many):
            make_page([*every(things, target.pk), link(url="/lost/")]).save_revision()
        problems(user=again(editor))
        person = again(editor)
        with CaptureQueriesContext(connection) as asked:
            told = problems(user=person)
        counts.append(len(asked))
    assert len([each for each in told if each.said.startswith("/lost/")]) == 9
    assert counts[0] == counts[1], counts

"""What pages point at that shoppers cannot see is told, by the rules of delivery."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupPagePermission,
    Page,
    Site,
)

from cms import demo
from cms.collections.models import CollectionPage
from cms.desk.reports.references.checking import Problem, problems
from cms.desk.reports.references.view import BrokenReferences
from cms.navigation.models import Menu, SiteSettings, SiteWords
from cms.navigation.selectors.faults import SERVED, STANDS
from cms.pages.models import StandardPage
from cms.search.models import Promotion
from commerce.catalogue.models import Product
from commerce.storefront.services import documents
from identity.models import User
from tests.cms.blocks import Things, block, every, items, rail
from tests.cms.desk.home.test_panels import again, make_person
from tests.factories import make_category, make_product, make_user

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


def test_rows_of_products_of_what_is_hidden_are_told(editor: User) -> None:
    things = Things.make()
    above = make_category(name="Men")
    below = make_category(name="Shirts", parent=above)
    product = make_product(categories=(below,))
    documents.rebuild(product_ids=[product.pk])
    make_page(
        [
            rail("Set", "collection", collection=things.collection.pk),
            rail("Above", "category", category=above.pk),
            rail("Below", "category", category=below.pk),
            link(url=f"/categories/{below.slug}/"),
        ]
    )
    assert said(editor) == []
    for each in (things.collection, above):
        each.is_public = False
        each.save()
    assert sorted(said(editor)) == sorted(
        [
            ("collection", "“Rainy season” is hidden."),
            ("category", "“Men” is hidden."),
            ("category", "“Shirts” is below a hidden category."),
            ("category", f"/categories/{below.slug}/: There is nothing at this address."),
        ]
    )


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


def test_redirects_that_go_round_are_told(editor: User) -> None:
    demo.seed()  # with a page at /about/
    ways = {
        "/a": "/b/", "/b": "/c/", "/c": "/b", "/self": "/self/", "/out": "/fine/",
        "/fine": "/collections/", "/held": "/about/", "/about": "/held/",
    }  # fmt: skip
    for old, new in ways.items():
        Redirect.objects.create(old_path=old, redirect_link=new)
    told = {e.title: str(e.said) for e in problems(user=editor) if e.state == "redirect"}
    round = "It leads round in a circle, and nowhere."
    assert told == {**dict.fromkeys(("/a", "/b", "/c", "/self"), round), "/about": STANDS}


def test_redirects_that_nobody_reads_are_told(editor: User) -> None:
    demo.seed()  # with a page at /about/
    for old in ("/about", "/about?a=1", "/api/v1/x", "/free"):
        Redirect.objects.create(old_path=old, redirect_link="/collections/")
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(
        old_path="/about", redirect_link="/", automatically_created=True, site=site
    )
    told = [(e.title, str(e.said)) for e in problems(user=editor) if e.state == "redirect"]
    served = SERVED.format(room="api")
    assert told == [("/about", STANDS), ("/about?a=1", STANDS), ("/api/v1/x", served)]


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


def test_menus_are_told_item_by_item() -> None:
    target = make_page([], "Target")
    home = Page.objects.get(pk=target.pk).get_parent()
    inner = block("link", {"label": "Lost", "url": "/lost/"})
    value = {"target": target.pk, "label": "", "children": [inner]}
    item = block("page", value)
    keeper = make_person("Publishers")
    menu = Menu.objects.create(key="extra", locale=home.locale, items=json.dumps([item]))
    assert [each.said for each in problems(user=again(keeper)) if each.title == "extra"] == [
        "/lost/: There is nothing at this address."
    ]
    target.unpublish()
    told = [each for each in problems(user=again(keeper)) if each.title == "extra"]
    edit = f"/admin/snippets/cms_navigation/menu/edit/{menu.pk}/"
    assert [(each.place, each.said, each.language, each.url) for each in told] == [
        ("Item 1", "“Target” is not published.", "English", f"{edit}#block-{item['id']}-section"),
        (
            "Item 1.1: Lost", "/lost/: There is nothing at this address.", "English",
            f"{edit}#block-{inner['id']}-section",
        ),
    ]  # fmt: skip
    assert all(each.title != "extra" for each in problems(user=make_person("Editors")))


def test_the_website_and_promoted_results_are_told(editor: User) -> None:
    target = make_page([], "Target", live=False)
    site = Site.objects.get(is_default_site=True)
    locale = target.locale
    settings = SiteSettings.for_site(site)
    settings.announcement_url = "/collections/nothing/"
    settings.save()
    words = f'<p><a linktype="page" id="{target.pk}">There</a> <a href="/lost/">lost</a></p>'
    SiteWords.objects.update_or_create(
        settings=settings, locale=locale, defaults={"not_found_text": words}
    )
    Promotion.objects.create(words="find", normal="find", locale=locale, page=target)
    admin = make_user(is_staff=True, is_superuser=True)
    told = [each for each in problems(user=admin) if each.state in ("site", "promoted")]
    assert [(each.state, each.place, each.said) for each in told] == [
        ("site", "Announcement", "/collections/nothing/: There is nothing at this address."),
        ("site", "Page not found", "“Target” is not published."),
        ("site", "Page not found", "/lost/: There is nothing at this address."),
        ("promoted", "", "“Target” is not published."),
    ]
    assert told[0].url == f"/admin/settings/cms_navigation/sitesettings/{site.pk}/"
    assert told[3].url.startswith("/admin/snippets/cms_search/promotion/edit/")
    writer = make_user(is_staff=True)
    assert problems(user=writer) == []


def test_documents_that_are_gone_or_private_are_told(editor: User) -> None:
    kept, shut, gone = (
        get_document_model().objects.create(title=each, file=ContentFile(b"x", name=f"{each}.txt"))
        for each in ("Kept", "Shut", "Gone")
    )
    links = "".join(f'<a linktype="document" id="{e.pk}">it</a>' for e in (kept, shut, gone))
    make_page([block("rich_text", f"<p>{links}</p>")])
    site = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    site.save()
    words = {"locale": demo.seed().locale, "not_found_text": f"<p>{links}</p>"}
    SiteWords.objects.create(settings=site, **words)
    assert said(editor) == []
    team = Collection.get_first_root_node().add_child(name="Team")
    CollectionViewRestriction.objects.create(collection=team, restriction_type="login")
    shut.collection = team
    shut.save()
    gone.delete()
    told = {
        ("document", "The document was deleted."),
        ("document", "“Shut” is in a private collection of documents."),
    }
    assert set(said(editor)) == told
    admin = make_user(is_staff=True, is_superuser=True)
    ours = [each for each in problems(user=admin) if each.state == "site"]
    assert {(each.what, each.said) for each in ours} == told


def test_what_was_slow_is_kept_until_one_looks_again(
    signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page([link(url="/lost/")])
    client = signed_in("Editors")
    assert "Look again" not in client.get(URL).content.decode()
    monkeypatch.setattr(BrokenReferences, "slow", -1.0)
    assert "Worked out at" in client.get(URL).content.decode()
    page.delete()
    shown = client.get(URL, {"what": "address"}).content.decode()
    assert "/lost/: There" in shown and "?what=address&amp;again=1" in shown
    assert "/lost/: There" not in client.get(URL, {"again": "1"}).content.decode()
    assert "/lost/: There" not in client.get(URL).content.decode()


def test_languages_are_named(signed_in: SignIn) -> None:
    make_page([link(url="/lost/")])
    shown = signed_in("Editors").get(URL).content.decode()
    assert '<option value="en">English</option>' in shown
    assert "Standard page · English" in shown


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

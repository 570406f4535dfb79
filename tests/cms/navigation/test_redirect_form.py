"""A redirect is written from a path to somewhere."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.addresses import validate_link
from cms.home.models import HomePage
from cms.navigation.forms import NOWHERE, OLD
from cms.navigation.selectors.faults import BACK, ITSELF, SERVED, STANDS
from cms.pages.models import StandardPage
from tests.factories import make_user

ADD = "/admin/redirects/add/"
FORM = {
    "old_path": "/old/", "site": "", "is_permanent": "on", "redirect_page": "", "redirect_link": "",
}  # fmt: skip


@pytest.fixture
def admin(home: HomePage) -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def send(admin: Client, url: str = ADD, **fields: Any) -> Any:
    return admin.post(url, {**FORM, **fields})


@pytest.mark.parametrize("to", ["/collections/owambe/", "/fr/livraison/", "https://x.example/"])
def test_it_leads_to_a_path_or_an_address(admin: Client, to: str) -> None:
    assert send(admin, redirect_link=to).status_code == 302
    made = Redirect.objects.get()
    assert (made.old_path, made.redirect_link) == ("/old", to)
    edit = f"/admin/redirects/{made.pk}/"
    assert to in admin.get(edit).content.decode()
    assert send(admin, edit, redirect_link="/collections/").status_code == 302
    assert send(admin, edit).status_code == 200
    assert Redirect.objects.get().redirect_link == "/collections/"


def test_it_leads_to_a_page(admin: Client, home: HomePage) -> None:
    assert send(admin, redirect_page=home.pk).status_code == 302
    assert Redirect.objects.get().redirect_page_id == home.pk


@pytest.mark.parametrize("to", ["//evil.example/", "javascript:alert(1)", "/a b", "about"])
def test_what_no_link_may_lead_to_is_refused(admin: Client, to: str) -> None:
    answer = send(admin, redirect_link=to)
    with pytest.raises(Exception, match="Give a path") as refused:
        validate_link(to)
    form = answer.context["form"]
    assert form.errors == {"redirect_link": refused.value.messages}
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("to", ["/old/", "/old"])
def test_what_leads_to_itself_is_refused(admin: Client, to: str) -> None:
    assert send(admin, redirect_link=to).context["form"].errors == {"__all__": [ITSELF]}
    assert not Redirect.objects.exists()


def test_nowhere_is_refused(admin: Client) -> None:
    assert send(admin).context["form"].errors == {"__all__": [NOWHERE]}
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("old", ["/old page/", "/<script>alert(1)</script>/", "//old/", "/\\old/"])
def test_a_path_that_no_browser_asks_for_is_refused(admin: Client, old: str) -> None:
    answer = send(admin, old_path=old, redirect_link="/new/")
    assert answer.context["form"].errors == {"old_path": [OLD]}
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(
    ("old", "room"),
    [
        ("/api/v1/admin/nothing/", "api"), ("accounts/x/", "accounts"), ("/partner", "partner"),
        ("/admin/?a=1", "admin"), ("/media/x.png", "media"), ("/static/x.css", "static"),
        ("/client/about/", "client"), ("/healthz", "healthz"), ("/%61pi/x/", "api"),
        ("https://shop.example/robots.txt", "robots.txt"),
    ],
)  # fmt: skip
def test_what_this_service_answers_itself_is_no_old_path(
    admin: Client, old: str, room: str
) -> None:
    answer = send(admin, old_path=old, redirect_link="/new/")
    assert answer.context["form"].errors == {"old_path": [SERVED.format(room=room)]}
    assert send(admin, old_path="/apiary/", redirect_link="/new/").status_code == 302
    assert Redirect.objects.get().old_path == "/apiary"


@pytest.mark.parametrize("old", ["/about/", "/about", "/about/?ref=mail", "/", "/fr/", "?a=1"])
def test_where_a_live_page_stands_no_redirect_is_written(
    admin: Client, french: HomePage, old: str
) -> None:
    assert send(admin, old_path=old, redirect_link="/new/").context["form"].errors == {
        "old_path": [STANDS]
    }
    site = Site.objects.get(is_default_site=True)
    answer = send(admin, old_path=old, redirect_link="/new/", site=site.pk)
    assert answer.context["form"].errors == {"old_path": [STANDS]}
    assert not Redirect.objects.exists()


def test_pages_of_other_sites_stand_in_the_way_of_redirects_of_theirs(
    admin: Client, home: HomePage
) -> None:
    root = Page.get_first_root_node().add_child(instance=HomePage(title="Other", slug="other"))
    root.add_child(instance=StandardPage(title="Theirs", slug="theirs"))
    other = Site.objects.create(hostname="other.example", root_page=root)
    ours = Site.objects.get(is_default_site=True)
    fields = {"old_path": "/theirs/", "redirect_link": "/new/"}
    for site in ("", other.pk):
        assert send(admin, **fields, site=site).context["form"].errors == {"old_path": [STANDS]}
    assert send(admin, **fields, site=ours.pk).status_code == 302


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_where_a_page_is_not_shown_a_redirect_leads_on(
    admin: Client, home: HomePage, state: str
) -> None:
    page = home.get_children().get(slug="about").specific
    if state == "draft":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert send(admin, old_path="/about/", redirect_link="/new/").status_code == 302
    answer = Client().get("/api/v1/store/pages/", {"path": "/about/"})
    assert answer.json()["redirect"]["to"] == "/new/"


@pytest.mark.parametrize("own", ["", settings.SHOP_URL])
def test_a_circle_over_others_is_refused(admin: Client, own: str) -> None:
    for n in range(9):
        Redirect.add_redirect(f"/n{n}/", redirect_to=f"{own}/n{n + 1}/")
    for n in (1, 5, 9):
        answer = send(admin, old_path=f"/n{n}/x/", redirect_link="/n0/")
        assert answer.status_code == 302
    way = ", ".join(f"/n{n}/" for n in range(9))
    answer = send(admin, old_path="/n9/", redirect_link=f"{own}/n0/")
    assert answer.context["form"].errors == {"__all__": [BACK.format(way=way)]}
    assert not Redirect.objects.filter(old_path="/n9").exists()
    last = Redirect.objects.get(old_path="/n8")
    edit = f"/admin/redirects/{last.pk}/"
    assert send(admin, edit, old_path="/n8/", redirect_link="/n3/").status_code == 200
    assert send(admin, edit, old_path="/n8/", redirect_link="/elsewhere/").status_code == 302


def test_a_way_that_a_live_page_ends_is_no_circle(admin: Client) -> None:
    Redirect.add_redirect("/about/", redirect_to="/held/")
    assert send(admin, old_path="/held/", redirect_link="/about/").status_code == 302


def test_an_address_of_the_shop_that_is_the_old_path_is_refused(admin: Client) -> None:
    answer = send(admin, redirect_link=f"{settings.SHOP_URL}/old/")
    assert answer.context["form"].errors == {"__all__": [ITSELF]}


def test_a_page_takes_the_address_that_pages_left_and_leads_nowhere_else(
    admin: Client, home: HomePage
) -> None:
    page = home.get_children().get(slug="about").specific
    page.slug = "us"
    page.save_revision().publish()
    left = Redirect.objects.get(old_path="/about")
    assert left.automatically_created
    home.add_child(instance=StandardPage(title="About", slug="about", live=False))
    StandardPage.objects.get(slug="about").save_revision().publish()
    assert not Redirect.objects.filter(pk=left.pk).exists()
    answer = Client().get("/api/v1/store/pages/", {"path": "/about/"})
    assert answer.json()["title"] == "About"

"""Redirects lead to the end of their chain, and never in a circle."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from cms.home.models import HomePage
from cms.navigation.selectors.redirects import Moved, resolve

Count = Callable[..., Any]


@pytest.fixture
def site(home: HomePage) -> Site:
    found: Site = Site.objects.get(is_default_site=True)
    return found


@pytest.fixture
def about(home: HomePage) -> Page:
    found: Page = home.get_children().get(slug="about")
    return found


def send(old: str, to: Any, **fields: Any) -> None:
    Redirect.add_redirect(old, redirect_to=to, **fields)


def test_a_path_leads_to_a_page_or_an_address(site: Site, about: Page) -> None:
    send("/us/", about)
    send("/blog/", "https://blog.example/", is_permanent=False)
    assert resolve(site, "/us/") == Moved("/about/", True, "en")
    assert resolve(site, "/us") == Moved("/about/", True, "en")
    assert resolve(site, "/blog/") == Moved("https://blog.example/", False)
    assert resolve(site, "/nothing/") is None


def test_a_redirect_of_another_site_is_not_answered(site: Site, about: Page) -> None:
    other = Site.objects.create(hostname="other.example", root_page=about)
    send("/a/", "/theirs/", site=other)
    assert resolve(site, "/a/") is None
    send("/a/", "/everybodys/")
    assert resolve(site, "/a/") == Moved("/everybodys/", True)
    send("/a/", "/ours/", site=site)
    assert resolve(site, "/a/") == Moved("/ours/", True)
    assert resolve(other, "/a/") == Moved("/theirs/", True)


def test_a_chain_is_answered_with_its_end(
    site: Site, about: Page, django_assert_num_queries: Count
) -> None:
    send("/a/", "/b/")
    send("/b/", f"{settings.SHOP_URL}/c?x=1#there")
    send("/c/", f"{site.root_url}/d", is_permanent=False)
    send("/d/", about)
    with django_assert_num_queries(3):
        assert resolve(site, "/a/") == Moved("/about/", False, "en")
    with django_assert_num_queries(3):
        assert resolve(site, "/d/") == Moved("/about/", True, "en")
    Redirect.objects.get(old_path="/d").delete()
    with django_assert_num_queries(2):
        assert resolve(site, "/a/") == Moved("/d", False)


@pytest.mark.parametrize("way", [["/a", "/a"], ["/a", "/b", "/a"], ["/a", "/b", "/c", "/b"]])
def test_a_loop_leads_nowhere(site: Site, way: list[str]) -> None:
    for old, to in itertools.pairwise(way):
        send(old, f"{to}/")
    assert resolve(site, "/a/") is None


def test_a_chain_ends_where_a_live_page_stands(site: Site, about: Page) -> None:
    send("/a/", "/about/")
    send("/about/", "/elsewhere/")
    assert resolve(site, "/a/") == Moved("/about/", True)
    about.specific.unpublish()
    assert resolve(site, "/a/") == Moved("/elsewhere/", True)


def test_a_very_long_chain_ends(site: Site) -> None:
    for n in range(60):
        send(f"/n{n}/", f"/n{n + 1}/")
    found = resolve(site, "/n0/")
    assert found is not None
    assert found.to.startswith("/n")


def test_the_query_counts_where_a_redirect_names_it(site: Site) -> None:
    send("/p/?b=2&a=1", "/both/")
    send("/p/", "/bare/")
    assert resolve(site, "/p/?a=1&b=2") == Moved("/both/", True)
    assert resolve(site, "/p/?a=1") == Moved("/bare/", True)
    send("/to/", "/p/?b=2&a=1")
    assert resolve(site, "/to/") == Moved("/both/", True)


def test_paths_are_found_encoded_and_not(site: Site) -> None:
    send("/café/", "/coffee/")
    assert resolve(site, "/café/") == resolve(site, "/caf%C3%A9/") == Moved("/coffee/", True)


def test_a_page_that_is_not_public_or_of_no_tree_leads_nowhere(site: Site, about: Page) -> None:
    outside = Page.objects.get(depth=1).add_child(instance=Page(title="Apart", slug="apart"))
    send("/us/", about)
    send("/apart/", outside)
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert (resolve(site, "/us/"), resolve(site, "/apart/")) == (None, None)
    PageViewRestriction.objects.all().delete()
    about.specific.unpublish()
    assert resolve(site, "/us/") is None


def test_a_translated_page_names_its_language(site: Site, french: HomePage) -> None:
    send("/accueil/", french)
    assert resolve(site, "/accueil/") == Moved("/", True, "fr")


def test_a_route_of_the_page_is_kept(site: Site, about: Page) -> None:
    send("/us/", about, page_route_path="/team/")
    assert resolve(site, "/us/") == Moved("/about/team/", True, "en")


@pytest.mark.parametrize("to", ["javascript:alert(1)", "//evil.example/", "/\\evil.example", ""])
def test_an_unsafe_link_leads_nowhere(site: Site, to: str) -> None:
    Redirect.objects.create(old_path="/a", redirect_link=to)
    assert resolve(site, "/a/") is None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "?",
        "/\x00",
        "/%00",
        "/%zz/",
        "/" + "x" * 5000,
        "//x",
        "/;;?&&",
        "http://[::1",
        "//[::1",
    ],
)
def test_strange_paths_are_answered_cleanly(site: Site, path: str) -> None:
    assert resolve(site, path) is None

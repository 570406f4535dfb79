"""Two people who save the same at once: one has saved it, the other reads why it was refused."""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms import demo
from cms.core.rivals import CAME_BETWEEN
from cms.home.models import HomePage
from cms.navigation.models import Menu, SiteSettings, SiteWords
from cms.search.models import Promotion
from commerce.catalogue.models import Category, Collection
from commerce.offer.models import ConditionalOffer
from commerce.voucher.models import Voucher
from tests.cms.desk.test_discounts import offer_said, voucher_said
from tests.factories import make_user
from tests.flows import serving

MENUS, PROMOTIONS = "/admin/snippets/cms_navigation/menu", "/admin/snippets/cms_search/promotion"
Post = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), serving.database():
        yield


@pytest.fixture
def home(own_database: None) -> HomePage:
    return demo.seed()


@contextmanager
def meeting_before(model: Any) -> Iterator[None]:
    """Let two who have been found valid wait for each other before either saves."""
    gate = Barrier(2, timeout=20)
    met: list[Any] = []

    def wait(**kwargs: Any) -> None:
        if len(met) < 2:
            met.append(kwargs["instance"])
            gate.wait()

    pre_save.connect(wait, sender=model)
    try:
        yield
    finally:
        pre_save.disconnect(wait, sender=model)
    assert len(met) == 2, "both came to the same place"


def sent_at_once(posts: Sequence[Post]) -> list[Any]:
    """Return the answers to two members of staff."""
    people = [make_user(is_staff=True, is_superuser=True) for _ in posts]
    clients = [Client() for _ in posts]
    for client, person in zip(clients, people, strict=True):
        client.force_login(person)
        client.raise_request_exception = False

    def send(client: Client, post: Post) -> Any:
        try:
            return client.post(*post)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(send, clients, posts))


def refused(answers: Sequence[Any]) -> str:
    """Make sure that one was taken and one refused, and return what the second reads."""
    assert sorted(each.status_code for each in answers) == [200, 302]
    page = next(each for each in answers if each.status_code == 200).content.decode()
    return re.sub(r"\s+", " ", page)


def menu(key: str) -> dict[str, Any]:
    return nested_form_data({"key": key, "items": streamfield([])})


def test_a_menu_is_added_once(home: HomePage) -> None:
    with meeting_before(Menu):
        answers = sent_at_once([(f"{MENUS}/add/", menu("main"))] * 2)
    assert "Change that one, or write another key." in refused(answers)
    assert Menu.objects.filter(key="main").count() == 1


def test_two_menus_are_not_given_one_key(home: HomePage) -> None:
    rows = [Menu.objects.create(key=key, locale=home.locale) for key in ("left", "right")]
    with meeting_before(Menu):
        answers = sent_at_once([(f"{MENUS}/edit/{row.pk}/", menu("both")) for row in rows])
    assert "Change that one, or write another key." in refused(answers)
    assert Menu.objects.filter(key="both").count() == 1


def test_the_same_is_promoted_once(home: HomePage) -> None:
    said = {"words": "Bride", "locale": home.locale_id, "position": 0, "page": home.pk}
    post = (f"{PROMOTIONS}/add/", {**said, "product": "", "collection": ""})
    with meeting_before(Promotion):
        answers = sent_at_once([post, post])
    assert "Change that one, or write other words." in refused(answers)
    assert Promotion.objects.count() == 1


def test_a_language_of_the_website_is_written_once(home: HomePage) -> None:
    site = Site.objects.get(is_default_site=True)
    settings = SiteSettings.for_site(site)
    words = {
        "locale": home.locale_id, "tagline": "Hello", "description": "", "announcement": "",
        "announcement_link": "", "not_found_title": "", "not_found_text": "null",
    }  # fmt: skip
    said = {"name": "Adire", "announcement_tone": "info", "social": streamfield([])}
    form = nested_form_data({**said, "words": inline_formset([words])})
    url = reverse("wagtailsettings:edit", args=["cms_navigation", "sitesettings", site.pk])
    # Who saves settings holds them: the second comes when the first has saved.
    answers = sent_at_once([(url, form)] * 2)
    assert CAME_BETWEEN in refused(answers)
    assert SiteWords.objects.filter(settings=settings, locale=home.locale).count() == 1


@pytest.mark.parametrize("is_new", [True, False])
def test_a_path_is_redirected_once(home: HomePage, is_new: bool) -> None:
    site, path = Site.objects.get(is_default_site=True), f"/old-{is_new}"
    form = {"old_path": path, "site": site.pk, "redirect_page": home.pk, "redirect_link": ""}
    urls = [reverse("wagtailredirects:add")] * 2
    if not is_new:
        rows = [Redirect.objects.create(old_path=f"/{n}", site=site) for n in "ab"]
        urls = [reverse("wagtailredirects:edit", args=[row.pk]) for row in rows]
    with meeting_before(Redirect):
        answers = sent_at_once([(url, form) for url in urls])
    assert "already exists" in refused(answers)
    assert Redirect.objects.filter(old_path=path).count() == 1


def collection(slug: str) -> dict[str, Any]:
    rows = {name: inline_formset([]) for name in ("members", "rule", "pinned", "excluded")}
    said = {"title": "Rains", "slug": slug, "description": "", "image": "", "position": "0"}
    return nested_form_data({**said, "kind": "manual", "match": "all", "sort": "newest", **rows})


SCREENS: dict[str, tuple[Any, str, Callable[[], dict[str, Any]], str, str]] = {
    "category": (Category, "/admin/desk_categories/new/", lambda: {
        "name": "Gowns", "slug": "gowns", "description": "", "image": "", "parent": ""}, "slug", "Another category has this address."),
    "collection": (Collection, "/admin/desk_collections/new/", lambda: collection("rains"), "slug",
        "Another collection has this address."),
    "voucher": (Voucher, "/admin/desk_vouchers/new/", voucher_said, "code", "already"),
    "offer": (ConditionalOffer, "/admin/desk_offers/new/", offer_said, "name", "already"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SCREENS)
def test_what_services_write_is_written_once(home: HomePage, kind: str) -> None:
    model, url, said, name, sentence = SCREENS[kind]
    form = said()
    # Those who write categories and collections take turns; discounts meet at the constraint.
    meeting = meeting_before(ConditionalOffer) if kind in ("voucher", "offer") else nullcontext()
    with meeting:
        answers = sent_at_once([(url, form)] * 2)
    assert sentence in refused(answers)
    assert model.objects.filter(**{f"{name}__iexact": form[name]}).count() == 1


@pytest.mark.django_db
def test_who_is_gone_again_is_told_of_too() -> None:
    home = demo.seed()
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    before: list[Menu] = []

    def come_between(**kwargs: Any) -> None:
        if not before:
            before.append(Menu(key="main", locale=home.locale))
            Menu.objects.bulk_create(before)

    pre_save.connect(come_between, sender=Menu)
    try:
        answer = client.post(f"{MENUS}/add/", menu("main"))
    finally:
        pre_save.disconnect(come_between, sender=Menu)
    assert answer.status_code == 200
    assert CAME_BETWEEN.split(",", maxsplit=1)[0] in answer.content.decode()
    assert not Menu.objects.exists()
    assert client.post(f"{MENUS}/add/", menu("main")).status_code == 302

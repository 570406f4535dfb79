"""C10 and its negative control: publishers who write the same pages at once leave a sound tree."""

import functools
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.contrib.auth.models import Group
from wagtail.models import APIToken, Page

from identity.models import User
from tests.cms.authoring.pages import form, make_page
from tests.factories import make_user
from tests.factories.people import PASSWORD
from tests.flows import serving
from tests.flows.buyers import Timed, at_once, prepared
from tests.flows.conftest import Shop

PUBLISHERS, ROUNDS, SHELVES = 8, 6, 3
pytestmark = pytest.mark.timeout(600)


class Publisher:
    """Somebody signed in to the admin by its form."""

    def __init__(self, base: str, number: int, user: User, token: str) -> None:
        self.number, self.chance = number, random.Random(number)
        self.http = httpx.Client(base_url=base, timeout=60, headers={"Referer": base})
        self.http.get("/accounts/login/")
        self.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
        self.token = {"Authorization": f"Bearer {token}"}

    def post(self, path: str, data: dict[str, str]) -> httpx.Response:
        """Send a form."""
        if path.startswith("/api/"):
            return self.http.post(path, json={}, headers=self.token)
        asked = {**data, "csrfmiddlewaretoken": self.http.cookies["csrftoken"]}
        return self.http.post(path, data=asked)

    def work(self, shelves: list[int], round: int) -> Callable[[], Timed]:
        """Return a step: add a page and publish it, move one, reorder one, publish one anew,
        or copy one over the API.
        """
        chance, own = self.chance, f"p{self.number}-{round}"
        here, there = chance.sample(shelves, 2)
        pages = list(Page.objects.filter(depth__gte=4).values_list("pk", flat=True))
        page = chance.choice(pages) if pages else here
        adding = (f"/admin/pages/add/cms_pages/standardpage/{here}/", form(own, own))
        steps = [
            adding, adding,
            (f"/admin/pages/{page}/move/{there}/confirm/", {}),
            (f"/admin/pages/{here}/move/{there}/confirm/", {}),
            (f"/admin/pages/{page}/set_position/?position=0", {}),
            (f"/admin/pages/{page}/edit/", form(own, f"e{own}")),
            (f"/api/cms/v3/pages/{page}/actions/copy/", {}),
        ]  # fmt: skip
        path, data = adding if round == 0 else chance.choice(steps)
        return functools.partial(self._timed, path, {**data, "action-publish": "1"})

    def _timed(self, path: str, data: dict[str, str]) -> Timed:
        answer = self.post(path, data)
        return Timed(answer, answer.elapsed.total_seconds())


def race(base: str) -> tuple[list[Timed], list[list[Any]]]:
    """Let publishers write under the same shelves and return the answers and what is wrong."""
    shelves = [make_page(slug=f"shelf-{n}", title=f"Shelf {n}").pk for n in range(SHELVES)]
    users = [make_user(is_staff=True) for _ in range(PUBLISHERS)]
    Group.objects.get(name="Publishers").user_set.add(*users)
    tokens = [APIToken.create_token(user=user, name="A tool")[1] for user in users]
    publishers = prepared(PUBLISHERS, lambda n: Publisher(base, n, users[n], tokens[n]))
    answers: list[Timed] = []
    for round in range(ROUNDS):
        answers += at_once([each.work(shelves, round) for each in publishers])
    return answers, [list(each) for each in Page.find_problems()]


def test_the_tree_is_sound_and_everybody_is_answered(shop: Shop) -> None:
    answers, problems = race(shop.base)
    assert [each.answer.url for each in answers if each.status >= 500] == []
    assert problems == [[], [], [], [], []]
    assert Page.objects.filter(slug__startswith="p", live=True).count() >= PUBLISHERS
    for page in Page.objects.filter(depth__gt=2):
        assert page.url_path == f"{page.get_parent().url_path}{page.slug}/"


@pytest.fixture
def unguarded(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[str]:
    """Serve a shop in which pages have many writers at a time."""
    with (
        django_db_blocker.unblock(),
        serving.database() as name,
        serving.served(name, tmp_path / "web.log", PAGE_TREE_GUARD_OFF="true") as base,
    ):
        yield base


def test_without_the_guard_the_same_work_breaks(unguarded: str) -> None:
    answers, problems = race(unguarded)
    broken = [each.answer.url for each in answers if each.status >= 500]
    assert broken or any(problems), "the race proves nothing"

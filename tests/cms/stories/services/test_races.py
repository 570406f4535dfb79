"""Two who begin the same story at once write the same one."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Page

from cms.stories.models import ProductStory, StoryShelf
from tests.cms.stories.making import make_editor, opened
from tests.factories import make_product
from tests.flows import serving

AtOnce = Callable[[Sequence[Callable[[], Any]]], list[Any]]


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any) -> Any:
    with django_db_blocker.unblock(), serving.database():
        yield


def at_once(works: Sequence[Callable[[], Any]]) -> list[Any]:
    gate = Barrier(len(works))

    def one(work: Callable[[], Any]) -> Any:
        gate.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(one, works))


def test_eight_who_begin_at_once_begin_one_story_of_each(own_database: None) -> None:
    products, editor = [make_product(), make_product()], make_editor()
    works = [
        lambda product=product, locale=locale: opened(product, locale=locale, by=editor)
        for product in products
        for locale in ("en", "fr")
        for _ in range(3)
    ]
    found = at_once(works)
    assert len({each.pk for each in found}) == 4
    assert ProductStory.objects.count() == 4
    assert sorted(StoryShelf.objects.values_list("numchild", flat=True)) == [2, 2]
    assert Page.find_problems() == ([], [], [], [], [])

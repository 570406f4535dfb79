"""Who translates reads on the first page which translations are behind their source."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms import demo
from cms.desk.home import languages
from cms.desk.home.panels import panels_for
from cms.pages.models import StandardPage
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk

pytestmark = pytest.mark.django_db


def begun(title: str) -> StandardPage:
    home = demo.seed()
    if not home.has_translation(desk.french()):
        desk.begin(desk.admin(), home)
    page = StandardPage(title=title, slug=title.lower())
    home.add_child(instance=page)
    page.save_revision().publish()
    desk.begin(desk.admin(), page)
    return page


def renamed(page: StandardPage) -> None:
    page.title = f"{page.title} anew"
    page.save_revision().publish()


def names(*groups: str) -> list[str]:
    panels = {each.name: each for each in panels_for(make_editor(*groups))}
    return [each.title for each in panels["behind"].waiting.rows] if "behind" in panels else ["-"]


def test_a_page_that_changed_waits_for_translators_until_it_is_taken_over() -> None:
    first, second = begun("First"), begun("Second")
    assert names("Translators") == []
    renamed(first)
    renamed(second)
    assert names("Translators") == ["First", "Second"]
    assert names("Editors") == ["-"]
    (row, _) = languages.behind(user=make_editor("Translators"), at=None).rows
    target = first.get_translation(desk.french())
    assert row.url == f"/admin/pages/{target.pk}/edit/"
    assert (row.note, row.state) == ("The English page changed: “First”", "French")
    desk.translation(first).source.update_from_db()
    assert names("Translators") == ["Second"]


def test_a_stopped_translation_waits_for_nobody() -> None:
    page = begun("First")
    renamed(page)
    found = desk.translation(page)
    found.enabled = False
    found.save()
    assert names("Translators") == []


def test_many_cost_what_one_does() -> None:
    counts = []
    for title in ("First", "Second", "Third"):
        renamed(begun(title))
        person = make_editor("Translators")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert languages.behind(user=person, at=None).count
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]

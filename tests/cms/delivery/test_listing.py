"""A journal lists its articles a part at a time, to the last one."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from cms import demo
from cms.home.models import HomePage
from cms.journal.models import ArticlePage, JournalIndexPage
from common.apis.pagination import encode

URL = "/api/v1/store/pages/"
NEW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def journal(home: HomePage) -> JournalIndexPage:
    page = JournalIndexPage(title="News", slug="news")
    home.add_child(instance=page)
    return page


def write(journal: Any, n: int, **more: Any) -> ArticlePage:
    """Have an article that came on the n-th day, three to a day."""
    article = ArticlePage(
        title=f"Article {n}", slug=f"a-{n}", first_published_at=NEW + timedelta(days=n // 3), **more
    )
    journal.add_child(instance=article)
    return article


def read(url: str = URL, **query: Any) -> Any:
    answer = Client().get(url, query or None)
    assert answer.status_code == 200, answer.content
    return answer.json()


def numbers(data: Any) -> list[int]:
    return [int(each["path"].rpartition("-")[2].strip("/")) for each in data["articles"]]


def test_every_article_is_read_once_and_back(journal: Any) -> None:
    for n in range(30):
        write(journal, n)
    first = read(path="/news/")
    assert (first["listing"]["count"], len(first["articles"])) == (30, 24)
    assert first["listing"]["previous"] is None
    for limit in (1, 7, 24, 30):
        parts, data = [], read(path="/news/", limit=limit)
        parts.append(numbers(data))
        while data["listing"]["next"]:
            data = read(data["listing"]["next"])
            parts.append(numbers(data))
        assert [n for part in parts for n in part] == list(range(29, -1, -1))
        back = [parts[-1]]
        while data["listing"]["previous"]:
            data = read(data["listing"]["previous"])
            back.append(numbers(data))
        assert back == parts[::-1]


def test_an_article_that_comes_meanwhile_moves_nothing(journal: Any) -> None:
    for n in range(6):
        write(journal, n)
    following = read(path="/news/", limit=3)["listing"]["next"]
    write(journal, 9)
    assert numbers(read(following)) == [2, 1, 0]


def test_an_article_without_a_date_comes_last(journal: Any) -> None:
    ArticlePage.objects.filter(pk=write(journal, 7).pk).update(first_published_at=None)
    write(journal, 1)
    first = read(path="/news/", limit=1)
    assert numbers(first) + numbers(read(first["listing"]["next"])) == [1, 7]


def test_one_author_can_be_asked_for(journal: Any) -> None:
    write(journal, 1, author="Ngozi Adé")
    write(journal, 2, author="Somebody else")
    write(journal, 3, author="Ngozi Adé")
    data = read(path="/news/", author="ngozi adé", limit=1)
    assert (numbers(data), data["listing"]["count"]) == ([3], 2)
    assert numbers(read(data["listing"]["next"])) == [1]
    assert read(path="/news/", author="Nobody")["listing"] == {
        "count": 0, "next": None, "previous": None,
    }  # fmt: skip


def test_drafts_and_private_articles_are_neither_listed_nor_counted(journal: Any) -> None:
    write(journal, 1, live=False)
    PageViewRestriction.objects.create(page=write(journal, 2), restriction_type="login")
    write(journal, 3)
    data = read(path="/news/")
    assert (numbers(data), data["listing"]["count"]) == ([3], 1)


@pytest.mark.parametrize(
    "query",
    [
        {"cursor": ""},
        {"cursor": "?"},
        {"cursor": encode("o24")},
        {"cursor": encode("f|products||1:1")},
        {"cursor": encode("f|articles||")[:5]},
        {"cursor": encode("f|articles||x:1")},
        {"cursor": encode("f|articles||1:x")},
        {"cursor": encode(f"f|articles||{2**63}:1")},
        {"cursor": encode(f"f|articles||{2**62}:1")},
        {"cursor": encode(f"f|articles||1:{2**40}")},
        {"cursor": encode("f|articles||\x00:1")},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "many"},
        {"author": ""},
        {"author": "a\x00b"},
        {"page": "2"},
    ],
)
def test_what_is_no_part_of_the_list_is_malformed(journal: Any, query: dict[str, str]) -> None:
    write(journal, 1)
    answer = Client().get(URL, {"path": "/news/", **query})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("name", ["limit", "cursor", "author"])
def test_a_page_that_lists_nothing_has_no_parts(home: HomePage, name: str) -> None:
    value = {"limit": "24", "cursor": encode("f|articles||1:1"), "author": "A"}[name]
    assert Client().get(URL, {"path": "/about/", name: value}).status_code == 400
    assert "listing" not in read(path="/about/")


def test_statements_do_not_grow_with_articles(
    journal: Any, django_assert_num_queries: Callable[..., Any]
) -> None:
    write(journal, 1)
    read(path="/news/")
    with django_assert_num_queries(4) as few:
        read(path="/news/")
    for n in range(2, 30):
        write(journal, n)
    with django_assert_num_queries(len(few)):
        assert len(read(path="/news/")["articles"]) == 24


def test_the_reader_goes_to_older_and_newer_articles(journal: Any) -> None:
    for n in range(30):
        write(journal, n)
    first = Client().get("/client/news/").content.decode()
    assert ("Older articles" in first, "Newer articles" in first) == (True, False)
    address = first.split('rel="next" href="')[1].split('"')[0]
    second = Client().get(f"/client/news/{address}").content.decode()
    assert ("Older articles" in second, "Newer articles" in second) == (False, True)
    assert "Article 5<" in second
    assert "Article 6<" not in second
    for bad in ("/client/news/?cursor=x", "/client/about/?cursor=x", "/client/about/?cursor="):
        assert Client().get(bad).status_code == 404


def test_a_draft_counts_and_leads_nowhere(journal: Any) -> None:
    for n in range(30):
        write(journal, n)
    token = journal.create_page_preview().token
    asked = {"content_type": "cms_journal.journalindexpage", "token": token}
    data = Client().get("/api/v1/store/preview/", asked).json()
    assert data["listing"] == {"count": 30, "next": None, "previous": None}
    assert "Older articles" not in Client().get("/client/preview/", asked).content.decode()

"""What pages list: the articles of a journal, a page of them at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cms.core import links
from cms.delivery.selectors import articles
from cms.journal.models import ArticlePage
from cms.navigation.selectors.walking import Spot, read_cursor, walk
from common.apis.pagination import DEFAULT_LIMIT, read_limit
from common.exceptions import InvalidParameter
from common.media.wire import picture_on_wire
from common.utils.text import plain

PARAMETERS = frozenset({"limit", "cursor", "author"})


@dataclass(frozen=True, kw_only=True)
class Slice:
    """Which part of a list is asked for: so many behind a place, of an author."""

    spot: Spot | None = None
    limit: int = DEFAULT_LIMIT
    author: str = ""


@dataclass(frozen=True)
class Listing:
    """How many there are, and the places after and before those that are shown."""

    count: int
    after: Spot | None
    before: Spot | None


def asked(given: Mapping[str, Any]) -> Slice:
    """Return the part that `limit`, `cursor` and `author`, as far as they are given, ask for.

    :raises InvalidParameter: when one of them is malformed.
    """
    spot, _ = read_cursor(given.get("cursor"), (articles.NAME,))
    limit = given.get("limit")
    limit = limit if isinstance(limit, int) else read_limit(limit)
    return Slice(spot=spot, limit=limit, author=given.get("author") or "")


def lists(page: Any, part: Slice | None) -> dict[str, Any]:
    """Return `{"articles": […], "listing": Listing}` of a journal; nothing for other pages.

    The newest come first. Two statements.

    :raises InvalidParameter: when a part is asked of a page that lists nothing.
    """
    if page.api_type != "journal":
        if part is not None:
            raise InvalidParameter("This page lists nothing that could be read in parts.")
        return {}
    part = part or Slice()
    rows = articles.of(page, author=part.author)
    walked = walk([articles.section(rows)], part.spot, limit=part.limit)
    return {
        "articles": [_in_list(each) for _, each in walked.rows],
        "listing": Listing(rows.count(), walked.after, walked.before),
    }


def _in_list(article: ArticlePage) -> dict[str, Any]:
    cover = article.cover
    return {
        "title": plain(article.title),
        "path": links.path_of(article.url_path),
        "standfirst": plain(article.standfirst),
        "author": plain(article.author),
        "published_at": article.first_published_at,
        "cover": picture_on_wire(cover) if cover else None,
    }

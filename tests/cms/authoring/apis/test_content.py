"""What is written over the API is cleaned and checked as in the admin."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.core.blocks import BODY_BLOCKS
from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.authoring.pages import make_page

pytestmark = pytest.mark.django_db
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
ANYTHING = st.recursive(
    SCALARS, lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3)
)
NAMES = st.sampled_from([name for name, _ in BODY_BLOCKS])
FIELDS = sorted({f for _, block in BODY_BLOCKS for f in getattr(block, "child_blocks", {})})
VALUES = ANYTHING | st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=6)
BLOCKS = st.lists(
    st.fixed_dictionaries({"type": NAMES}, optional={"value": VALUES, "id": ANYTHING}) | ANYTHING,
    max_size=3,
)


def stored(page: StandardPage) -> str:
    return str(StandardPage.objects.get(pk=page.pk).get_latest_revision().content["body"])


@pytest.mark.parametrize(
    "html",
    [
        "<p>Hello<script>alert(1)</script></p>",
        '<p>Hello <a href="javascript:alert(1)">there</a></p>',
        '<p>Hello <a href=" java&#10;script:alert(1)">there</a></p>',
        '<p>Hello <a href="data:text/html,<script>alert(1)</script>">there</a></p>',
        '<p onclick="alert(1)">Hello</p><img src=x onerror=alert(1)>',
        '<p>Hello</p><iframe src="https://evil.example"></iframe><style>p{}</style>',
        {
            "format": "db_markdown",
            "content": "Hello [there](javascript:alert(1)) <script>x</script>",
        },
    ],
)
@pytest.mark.parametrize("where", ["rich_text", "faq"])
def test_formatted_text_is_cleaned(html: Any, where: str) -> None:
    page, ask = make_page(), asking_as("Editors")
    answers = {"title": "", "questions": [{"question": "How?", "answer": html}]}
    body = [{"type": where, "value": html if where == "rich_text" else answers}]
    assert ask("PATCH", f"pages/{page.pk}/", {"body": body}).status_code == 200
    kept = stored(page).lower()
    assert "hello" in kept
    for bad in ("<script", "javascript:", "onclick", "onerror", "<iframe", "<style", "data:text"):
        assert bad not in kept


@pytest.mark.parametrize(
    "block",
    [
        {"type": "raw_html", "value": "<script>alert(1)</script>"},
        {"type": "product_rail", "value": {"title": "x", "source": "drop table", "limit": 3}},
        {"type": "product_rail", "value": {"title": "x", "source": "newest", "limit": 1000}},
        {"type": "quote", "value": {"text": "x" * 601}},
    ],
)
def test_blocks_are_checked(block: dict[str, Any]) -> None:
    page, ask = make_page(), asking_as("Editors")
    before = stored(page)
    answer = ask("PATCH", f"pages/{page.pk}/", {"body": [block]})
    assert answer.status_code == 422, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert stored(page) == before


@pytest.mark.parametrize(
    "block",
    [
        {"type": "image", "value": {"image": 987654}},
        {"type": "collection_teaser", "value": {"collection": 987654}},
        {"type": "quote", "value": {"text": ""}},
    ],
)
def test_what_is_missing_may_stay_so_in_a_draft_and_is_not_published(block: dict[str, Any]) -> None:
    page, ask = make_page(), asking_as("Publishers")
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [block]}).status_code == 200
    assert "987654" not in stored(page)
    publishing = {"body": [block], "meta": {"action": "publish"}}
    assert ask("PATCH", f"pages/{page.pk}/", publishing).status_code == 422
    page.refresh_from_db()
    assert not page.live


def test_the_link_of_a_hero_is_no_script() -> None:
    page, ask = make_page(), asking_as("Editors")
    hero = {"title": "x", "text": "", "image": None, "link_label": "Go"}
    for link in ("javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x"):
        body = [{"type": "hero", "value": {**hero, "link_url": link}}]
        assert ask("PATCH", f"pages/{page.pk}/", {"body": body}).status_code == 422


@pytest.mark.parametrize(
    "body",
    [[1], ["x"], [None], [[]], [{}], [{"type": "hero"}], [{"type": "hero", "value": 5}],
     [{"value": {}}], [{"type": ["hero"], "value": {}}], [{"type": "faq", "value": {"questions": 1}}],
     [{"type": "product_rail", "value": {"products": "all", "source": [], "limit": "x"}}],
     [{"type": "rich_text", "value": {"format": "html"}}], [{"type": "rich_text", "value": 7}],
     [{"type": "image", "value": {"image": {"id": "x"}}}]],
)  # fmt: skip
def test_blocks_of_a_wrong_shape_are_refused(body: list[Any]) -> None:
    page, ask = make_page(), asking_as("Editors")
    before = stored(page)
    answer = ask("PATCH", f"pages/{page.pk}/", {"body": body})
    assert answer.status_code in (400, 422), answer.content
    assert stored(page) == before


def test_no_blocks_at_all_break_it() -> None:
    page, ask = make_page(), asking_as("Editors")

    @settings(
        max_examples=60,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(BLOCKS)
    def sent(body: list[Any]) -> None:
        answer = ask("PATCH", f"pages/{page.pk}/", {"body": body})
        assert answer.status_code < 500, (body, answer.content)

    sent()

"""Whatever shape a value of a block or of a page's own field has, the answer is never a 5xx."""

import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Site, get_page_models

from cms.core.pages import BasePage
from tests.cms.authoring.apis.calling import Ask, asking_as
from tests.cms.authoring.pages import home, make_page
from tests.cms.blocks import Things, every

pytestmark = pytest.mark.django_db
FAMILIES = [each for each in get_page_models() if issubclass(each, BasePage) and each.is_creatable]
ODD: list[Any] = [
    None, True, "", "abc", [], {}, [1], [{}], [[]], {"a": 1}, {"id": "x"}, {"id": {}}, -1, 0, 1.5,
    1e308, 10**12, 2**62, "1e999999999", "NaN", "sNaN", "Infinity", "-0", "9" * 18, "x" * 5000,
    "\ud800", "2026-02-31", "\x7f",
]  # fmt: skip

BOUNDED = settings(
    max_examples=80, derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def _bare(value: Any) -> Any:
    """Return a stored block as the API takes it: the items of lists without their frames."""
    if isinstance(value, list):
        return [
            _bare(each["value"] if isinstance(each, dict) and each.get("type") == "item" else each)
            for each in value
        ]
    return {name: _bare(each) for name, each in value.items()} if isinstance(value, dict) else value


def _paths(value: Any) -> list[tuple[Any, ...]]:
    """Return where every value in a value is, its own place first."""
    found: list[tuple[Any, ...]] = [()]
    places: Any = (
        value.items() if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )  # fmt: skip
    for name, each in places:
        found += [(name, *rest) for rest in _paths(each)]
    return found


def _with(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    if not path:
        return odd
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], odd)
    return copy


def _bodies() -> list[tuple[dict[str, Any], list[tuple[Any, ...]]]]:
    blocks = [
        {"type": each["type"], "value": _bare(each["value"])}
        for each in every(Things.make(), home().pk)
    ]
    return [(each, _paths(each)) for each in blocks]


def _sent(ask: Ask, family: str, /, **fields: Any) -> Any:
    meta = {"type": family, "parent": home().pk, "parent_id": home().pk}
    slug = f"odd-{uuid.uuid4().hex}"
    return ask("POST", "pages/", {"title": "Odd", "slug": slug, "meta": meta, **fields})


def test_no_odd_value_of_any_block_of_any_family_breaks_it() -> None:
    ask, bodies = asking_as("Editors"), _bodies()
    places = [(block, path) for block, paths in bodies for path in paths]

    @BOUNDED
    @given(st.sampled_from(FAMILIES), st.sampled_from(places), st.sampled_from(ODD))
    def sent(family: Any, place: Any, odd: Any) -> None:
        block, path = place
        answer = _sent(ask, family._meta.label, body=[_with(block, path, odd)])
        assert answer.status_code < 500, (block["type"], path, odd)

    sent()


def test_no_odd_value_of_a_field_of_any_family_breaks_it() -> None:
    ask = asking_as("Editors")
    names = sorted({each.name for family in FAMILIES for each in family.api_fields})

    @BOUNDED
    @given(st.sampled_from(FAMILIES), st.sampled_from(names), st.sampled_from(ODD))
    def sent(family: Any, name: str, odd: Any) -> None:
        answer = _sent(ask, family._meta.label, **{name: odd})
        assert answer.status_code < 500, (family, name, odd)

    sent()


@pytest.mark.parametrize("x", ["abc", "", "NaN", "1e999999999"])
def test_a_hotspot_that_is_no_number_is_refused(x: str) -> None:
    spot = {"x": x, "y": 1, "label": "a", "variant": 2}
    look = {"title": "", "image": 1, "alt": "", "hotspots": [spot]}
    body = [{"type": "shop_the_look", "value": look}]
    for group in ("Editors", "Publishers"):
        answer = _sent(asking_as(group), "cms_pages.StandardPage", body=body)
        assert answer.status_code == 422, answer.content


@pytest.mark.parametrize("key", [1, 0, True, ["a"], {}, "", "<img src=x>", "a b", "a" * 37])
def test_an_id_that_the_editor_could_not_read_is_refused(key: Any) -> None:
    ask, page = asking_as("Editors"), make_page()
    block = {"type": "quote", "value": {"text": "Words", "attribution": ""}}
    answer = ask("PATCH", f"pages/{page.pk}/", {"body": [{**block, "id": key}]})
    assert answer.status_code == 422, answer.content
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [{**block, "id": None}]}).status_code == 200


def test_two_blocks_of_one_id_are_refused() -> None:
    page, ask = make_page(), asking_as("Editors")
    block = {"type": "quote", "value": {"text": "x", "attribution": ""}}
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    for second, status in ((one, 422), (one.upper(), 422), (other, 200)):
        body = [{**block, "id": one}, {**block, "id": second}]
        answer = ask("PATCH", f"pages/{page.pk}/", {"body": body})
        assert answer.status_code == status, answer.content
    body = [{**block, "id": one}, {**block, "id": one}]
    assert _sent(ask, "cms_pages.StandardPage", body=body).status_code == 422


@pytest.mark.parametrize("port", [-1, 0, 65536, 10**9])
def test_a_site_on_a_port_that_there_is_not_is_refused(port: int) -> None:
    ask = asking_as(is_superuser=True)
    site = {"hostname": "x.example", "root_page": home().pk, "root_page_id": home().pk}
    answer = ask("POST", "sites/", {**site, "port": port})
    assert answer.status_code == 422 and b"port" in answer.content, answer.content
    assert not Site.objects.filter(hostname="x.example").exists()
    assert ask("POST", "sites/", {**site, "port": 8443}).status_code == 201

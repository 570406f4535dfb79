"""A link leads to a path of the shop or says how it leads elsewhere; no host without a scheme."""

import pytest

from cms.core.addresses import is_safe
from cms.core.richtext import clean_html
from commerce.catalogue.services.descriptions import cleaned
from common.utils.addresses import is_path

ELSEWHERE = ("//evil.example", "\\\\evil.example", "/\\evil.example", "\\/evil.example",
             "/\t/evil.example", " //evil.example", "evil.example/", "///evil.example")  # fmt: skip
CLEANERS = (clean_html, cleaned)


@pytest.mark.django_db
@pytest.mark.parametrize("clean", CLEANERS)
@pytest.mark.parametrize("url", ELSEWHERE)
def test_a_host_without_its_scheme_is_no_link(clean: object, url: str) -> None:
    assert "evil" not in clean(f'<a href="{url}">x</a>')  # type: ignore[operator]
    assert not is_path(url) and not is_safe(url)


@pytest.mark.django_db
@pytest.mark.parametrize("clean", CLEANERS)
@pytest.mark.parametrize(
    "url", ["/about/?a=1#b", "#care", "https://x.example/", "mailto:a@x.example"]
)
def test_paths_places_and_schemes_stay(clean: object, url: str) -> None:
    assert f'href="{url}"' in clean(f'<a href="{url}">x</a>')  # type: ignore[operator]

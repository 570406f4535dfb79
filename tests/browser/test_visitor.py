"""The visitor notices: each fault alone makes `look` fail."""

import pytest

from tests.browser.visitor import Visitor

WHOLE = "<main><h1>Whole</h1><p>Nothing is wrong here.</p></main>"
FAULTS = {
    "picture": "<img src='/static/none.png' alt='None'>",
    "width": "<div style='width:3000px'>Wide</div>",
    "headings": "<h1>Another</h1>",
    "label": "<input style='min-height:44px'>",
    "contrast": "<p style='color:#ddd;background:#fff'>Pale</p>",
    "script": "<script>throw new Error('broken')</script>",
    "console": "<script>console.error('trouble')</script>",
    "policy": "<img src='http://192.0.2.1/spy.png' alt='' hidden>",
}
PHONE = "<button>Tiny</button>"


def show(visitor: Visitor, fault: str) -> None:
    page = f"<!doctype html><html lang='en'><title>T</title><body>{WHOLE}{fault}</body></html>"
    visitor.page.route(
        "**/page/",
        lambda route: route.fulfill(
            body=page,
            content_type="text/html",
            headers={"Content-Security-Policy": "img-src 'self'"},
        ),
    )
    visitor.go("/page/")


def test_a_whole_page_passes(visitor: Visitor) -> None:
    show(visitor, "")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_noticed(visitor: Visitor, name: str) -> None:
    with pytest.raises(AssertionError):
        show(visitor, FAULTS[name])


def test_a_button_too_small_for_a_thumb_is_noticed_on_a_phone(visitor: Visitor) -> None:
    if visitor.page.viewport_size == {"width": 1280, "height": 900}:
        show(visitor, PHONE)
    else:
        with pytest.raises(AssertionError, match="Tiny"):
            show(visitor, PHONE)

"""Hotspots are put on their picture: by clicking, dragging and with the keys."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, expect

from cms import demo
from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.browser.writing import Writing
from tests.cms.stories.making import make_editor
from tests.factories import make_vendor

pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]
PIECES = "Tiwa linen dress"


class Looks:
    """The hands of somebody who writes a page of looks."""

    def __init__(self, visitor: Visitor) -> None:
        self.page, self.base = visitor.page, visitor.base
        self.writing = Writing(self.page)

    def open(self, title: str, parent: int) -> None:
        self.page.goto(f"{self.base}/admin/pages/add/cms_lookbooks/lookbookpage/{parent}/")
        self.page.locator("#id_title").fill(title)

    def add(self) -> str:
        at = self.writing.add("Shop the look")
        self.writing.choose(f"{at}-image")
        return at

    def box(self, at: str) -> Locator:
        """Return what lies around the picture of a look."""
        holder = self.page.locator(f"[name='{at}-hotspots-count']")
        return holder.locator("xpath=ancestor::*[div[contains(@class, 'looks')]][1]").locator(
            "> .looks"
        )

    def click(self, at: str, x: float, y: float) -> None:
        """Click the picture at so many per cent."""
        picture = self.box(at).locator("img")
        picture.evaluate("(each) => each.decode()")
        picture.scroll_into_view_if_needed()
        size = picture.bounding_box()
        assert size is not None
        place: Any = {"x": size["width"] * x / 100, "y": size["height"] * y / 100}
        picture.click(position=place)

    def marker(self, at: str, number: int) -> Locator:
        return self.box(at).get_by_role("button", name=f"Hotspot {number}:")

    def drag(self, at: str, number: int, x: float, y: float) -> None:
        """Drag a marker to so many per cent."""
        picture, marker = self.box(at).locator("img"), self.marker(at, number)
        marker.scroll_into_view_if_needed()
        start, size = marker.bounding_box(), picture.bounding_box()
        assert start is not None
        assert size is not None
        mouse = self.page.mouse
        mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        mouse.down()
        mouse.move(size["x"] + size["width"] / 2, size["y"] + size["height"] / 2, steps=4)
        mouse.move(
            size["x"] + size["width"] * x / 100, size["y"] + size["height"] * y / 100, steps=4
        )
        mouse.up()

    def item(self, at: str, place: int) -> str:
        return f"{at}-hotspots-{place}"

    def where(self, at: str, place: int) -> tuple[float, float]:
        item = self.item(at, place)
        x, y = (self.writing.field(f"{item}-value-{name}").input_value() for name in "xy")
        return float(x), float(y)

    def act(self, at: str, place: int, name: str) -> None:
        """Press what moves, copies or deletes a hotspot of the list."""
        order = self.page.locator(f"[name='{self.item(at, place)}-order']").locator("xpath=..")
        order.get_by_role("button", name=name, exact=True).first.click()

    def save(self) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save draft").click()


def publish(looks: Looks) -> None:
    page = looks.page
    page.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Publish", exact=True).click()


def served(base: str, path: str) -> list[tuple[float, float]]:
    asked = {"path": path, "locale": "en"}
    body = httpx.get(f"{base}/api/v1/store/pages/", params=asked).json()["body"]
    look = next(each["value"] for each in body if each["type"] == "shop_the_look")
    spots = look["hotspots"]
    return [(round(spot["x"] * 100, 1), round(spot["y"] * 100, 1)) for spot in spots]


@pytest.fixture
def looks(visitor: Visitor) -> Looks:
    visitor.page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(make_editor("Publishers").email or "", ours=False)
    return Looks(visitor)


def about(x: float, y: float) -> Any:
    return pytest.approx((x, y), abs=0.6)


def test_hotspots_are_clicked_dragged_and_stepped_onto_the_picture(
    looks: Looks, visitor: Visitor
) -> None:
    home = demo.seed()
    make_garment(make_vendor(name="Tiwa"), title=PIECES)
    width = (visitor.page.viewport_size or {})["width"]
    looks.open(f"Looks {width}", home.pk)
    at = looks.add()
    looks.click(at, 25, 40)
    assert looks.where(at, 0) == about(25, 40), "the empty hotspot that was there is filled"
    looks.click(at, 70, 20)
    looks.click(at, 50, 80)
    for place in (0, 1, 2):
        looks.writing.choose(f"{looks.item(at, place)}-value-variant", PIECES)
    expect(looks.marker(at, 2)).to_have_accessible_name(f"Hotspot 2: {PIECES}, S")
    looks.act(at, 2, "Delete")
    expect(looks.box(at).locator(".looks__marker")).to_have_count(2)

    looks.drag(at, 1, 30, 60)
    assert looks.where(at, 0) == about(30, 60)
    assert looks.where(at, 1) == about(70, 20), "the other one stays"
    marker, before = looks.marker(at, 2), looks.where(at, 1)
    marker.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowLeft"):
        marker.press(key)
    expect(marker).to_be_focused()
    assert looks.where(at, 1) == pytest.approx((before[0] + 1.9, before[1] + 1))
    wanted = [looks.where(at, 0), looks.where(at, 1)]
    looks.save()
    expect(looks.marker(at, 2)).to_be_visible()
    assert [looks.where(at, 0), looks.where(at, 1)] == wanted
    publish(looks)
    assert served(looks.base, f"/looks-{width}/") == wanted
    assert visitor.trouble == []


def test_the_picture_follows_the_form_whatever_happens_to_it(
    looks: Looks, visitor: Visitor
) -> None:
    home = demo.seed()
    vendor = make_vendor()
    for title in (PIECES, "Amina lace day dress"):
        make_garment(vendor, title=title)
    width = (visitor.page.viewport_size or {})["width"]
    looks.open(f"More looks {width}", home.pk)
    first, second = looks.add(), looks.add()
    looks.click(second, 10, 10)
    looks.click(second, 90, 90)
    expect(looks.box(first).locator(".looks__marker:visible")).to_have_count(0)
    looks.click(first, 50, 50)
    assert looks.where(second, 0) == about(10, 10), "each look has hotspots of its own"

    looks.writing.field(f"{looks.item(second, 0)}-value-x").fill("33.3")
    style = "(each) => [each.style.left, each.style.top]"
    assert looks.marker(second, 1).evaluate(style)[0] == "33.3%", "a typed number moves the marker"
    looks.writing.field(f"{looks.item(second, 0)}-value-x").fill("333")
    expect(looks.marker(second, 1)).to_be_hidden()
    looks.writing.field(f"{looks.item(second, 0)}-value-x").fill("33.3")

    looks.act(second, 1, "Move up")
    place = looks.where(second, 1)
    assert looks.marker(second, 1).evaluate(style) == [f"{place[0]:g}%", f"{place[1]:g}%"]
    looks.marker(second, 1).click()
    expect(looks.marker(second, 1)).to_have_attribute("aria-pressed", "true")
    looks.click(second, 60, 70)
    assert looks.where(second, 1) == about(60, 70), "a marker that was taken up is put down"
    expect(looks.box(second).locator(".looks__marker")).to_have_count(2)

    shown = looks.box(second).locator("img").get_attribute("src")
    looks.writing.choose(f"{second}-image", PIECES)
    assert looks.box(second).locator("img").get_attribute("src") != shown
    looks.box(second).get_by_role("button", name="Add a hotspot in the middle").click()
    expect(looks.marker(second, 3)).to_be_focused()
    assert looks.where(second, 2) == (50, 50)

    wanted = [looks.where(second, place) for place in (1, 0, 2)]
    looks.save()
    publish(looks)  # no piece was chosen: it is refused
    visitor.page.get_by_text("could not be saved due to validation errors").wait_for()
    assert [looks.where(second, place) for place in (0, 1, 2)] == wanted, "in their new order"
    looks.drag(second, 3, 20, 20)
    assert looks.where(second, 2) == about(20, 20)
    assert visitor.trouble == []

"""An editor chooses products by their pictures, and puts those of a collection in order."""

import contextlib

import httpx
import pytest
from playwright.sync_api import Error, Locator, Route, expect

from cms import demo
from commerce.catalogue.models import Collection, Product
from commerce.storefront.services import documents
from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.browser.writing import Writing
from tests.cms.stories.making import make_editor
from tests.factories import make_category, make_user, make_vendor

pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]


def garments(*names: str) -> tuple[str, dict[str, Product]]:
    """Put garments into the shop, and return the word that all their titles begin with."""
    vendor = make_vendor()
    word = f"Range{vendor.pk}"
    return word, {name: make_garment(vendor, title=f"{word} {name}") for name in names}


def dialog(visitor: Visitor) -> Locator:
    return visitor.page.locator(".modal-content")


def place(visitor: Visitor, prefix: str, title: str) -> Locator:
    """Return the row of a product."""
    return visitor.page.locator(f"#id_{prefix}-FORMS > *").filter(has_text=title)


def drag(row: Locator, before: Locator) -> None:
    """Drag a row by its handle to where another begins, no faster than rows make room."""
    before.evaluate("(each) => each.scrollIntoView({block: 'center', behavior: 'instant'})")
    start, end = row.get_by_title("Drag").bounding_box(), before.bounding_box()
    assert start and end
    mouse, x = row.page.mouse, start["x"] + 20
    mouse.move(x, start["y"] + 20)
    mouse.down()
    for y in (start["y"], end["y"] + 20, end["y"] + 8, end["y"] + 4):
        mouse.move(x, y, steps=5)
        row.page.wait_for_timeout(300)
    mouse.up()


def order(visitor: Visitor) -> list[str]:
    found = visitor.page.locator("#id_members-FORMS > :not(.deleted) [data-chooser-title]")
    return [each.split()[-1] for each in found.all_inner_texts()]


def test_products_of_a_rail_are_chosen_with_filters(visitor: Visitor) -> None:
    home, page = demo.seed(), visitor.page
    word, made = garments("Alaba", "Bisi", "Chidi")
    category = make_category()
    made["Bisi"].categories.add(category)
    made["Chidi"].categories.add(category)
    Product.objects.filter(pk=made["Chidi"].pk).update(status="draft")
    page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(make_editor().email or "", ours=False)
    page.goto(f"{visitor.base}/admin/pages/add/cms_landing/landingpage/{home.pk}/")
    writing = Writing(page)
    at = writing.add("Product rail")
    page.locator(f"[name='{at}-source']").select_option("products")
    writing.add_item(f"{at}-products")
    page.get_by_role("button", name="Choose a product").last.click()
    found = dialog(visitor)
    with page.expect_response(lambda answer: f"q={word}" in answer.url):
        found.get_by_role("searchbox", name="Search").fill(word)
    expect(found.locator("tbody tr")).to_have_count(3)
    visitor.look(ours=False)
    found.get_by_label("Category").select_option(label=category.name)
    expect(found.locator("tbody tr")).to_have_count(2)
    expect(found.get_by_text("Draft")).to_be_visible()
    found.get_by_label("Only what shoppers can buy now").check()
    expect(found.locator("tbody tr")).to_have_count(1)
    found.locator("tbody tr").click(position={"x": 20, "y": 30})
    chosen = page.locator(f"[id='{at}-products-0-value-chooser']")
    expect(chosen.locator("[data-chooser-title]")).to_have_text(f"{word} Bisi")
    expect(chosen.locator("[data-goods-line]")).to_contain_text("₦35,000 · In stock")
    expect(chosen.locator("img")).to_be_visible()
    visitor.look(ours=False)


def test_hand_picked_products_are_served_in_the_order_they_were_dragged_to(
    visitor: Visitor,
) -> None:
    page = visitor.page
    word, made = garments("Alaba", "Bisi", "Chidi", "Dayo")
    page.goto(f"{visitor.base}/admin/")
    staff = make_user(is_staff=True, is_superuser=True)
    visitor.sign_in(staff.email or "", ours=False)
    page.goto(f"{visitor.base}/admin/desk_collections/new/")
    page.get_by_label("Title").fill(word)
    expect(page.get_by_text("No product is in it yet")).to_be_visible()
    page.get_by_role("button", name="Add products").click()
    found = dialog(visitor)
    with page.expect_response(lambda answer: f"q={word}" in answer.url):
        found.get_by_role("searchbox", name="Search").fill(word)
    expect(found.locator("tbody tr")).to_have_count(4)
    for name in made:
        found.get_by_label(f"{word} {name}").check()
    visitor.look(ours=False)
    found.get_by_role("button", name="Confirm selection").click()
    expect(page.locator("#id_members-FORMS img")).to_have_count(4)
    assert order(visitor) == ["Alaba", "Bisi", "Chidi", "Dayo"]
    expect(page.locator(".desk-cards > li")).to_have_count(4)
    visitor.look(ours=False)
    drag(place(visitor, "members", "Dayo"), place(visitor, "members", "Alaba"))
    assert order(visitor) == ["Dayo", "Alaba", "Bisi", "Chidi"]
    expect(page.locator(".desk-cards > li").first).to_contain_text("Dayo")
    up = place(visitor, "members", "Chidi").get_by_role("button", name="Move up")
    up.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
        expect(up).to_be_focused()
    assert order(visitor) == ["Dayo", "Chidi", "Alaba", "Bisi"]
    expect(page.get_by_text("Chidi is number 2 of 4 now.")).to_be_attached()
    place(visitor, "members", "Alaba").get_by_role("button", name="Remove").click()
    expect(page.locator(".desk-cards > li")).to_have_count(3)
    visitor.press("Add", ours=False)
    assert order(visitor) == ["Dayo", "Chidi", "Bisi"]
    visitor.look(ours=False)
    kept = Collection.objects.get(title=word)
    documents.rebuild(product_ids=[each.pk for each in made.values()])
    said = httpx.get(f"{visitor.base}/api/v1/store/products/", params={"collection": kept.slug})
    titles = [each["title"].split()[-1] for each in said.json()["results"]]
    assert titles == ["Dayo", "Chidi", "Bisi"]


def hold(visitor: Visitor, part: str) -> list[Route]:
    """Keep the lists waiting whose address has this in it, until somebody lets them go."""
    held: list[Route] = []
    visitor.page.route(lambda url: part in url, lambda route: held.append(route))
    return held


def adding(visitor: Visitor, word: str) -> Locator:
    """Open the dialog that adds products to a new collection, with those of a word in it."""
    page = visitor.page
    page.goto(f"{visitor.base}/admin/")
    staff = make_user(is_staff=True, is_superuser=True)
    visitor.sign_in(staff.email or "", ours=False)
    page.goto(f"{visitor.base}/admin/desk_collections/new/")
    page.get_by_label("Title").fill(word)
    page.get_by_role("button", name="Add products").click()
    found = dialog(visitor)
    search(visitor, word)
    return found


def search(visitor: Visitor, words: str) -> None:
    with visitor.page.expect_response(lambda answer: f"q={words}" in answer.url):
        dialog(visitor).get_by_role("searchbox", name="Search").fill(words)


def test_a_list_that_comes_late_does_not_take_the_place_of_a_newer_one(visitor: Visitor) -> None:
    word, made = garments("Alaba", "Bisi", "Chidi")
    category = make_category()
    made["Bisi"].categories.add(category)
    found = adding(visitor, word)
    rows, narrow = found.locator("tbody tr"), found.get_by_label("Category")
    expect(rows).to_have_count(3)
    held = hold(visitor, f"category={category.pk}")
    narrow.select_option(label=category.name)
    expect(found.locator("#search-results")).to_have_attribute("aria-busy", "true")
    rows.first.click(position={"x": 20, "y": 30}, force=True)
    expect(found.locator("input:checked")).to_have_count(0)
    with visitor.page.expect_response(lambda answer: "category=&" in answer.url):
        narrow.select_option(label="All categories")
    expect(rows).to_have_count(3)
    expect(found.locator("[aria-busy]")).to_have_count(0)
    assert len(held) == 1
    visitor.page.unroute_all()
    with contextlib.suppress(Error):
        held[0].continue_()
    visitor.page.wait_for_timeout(1500)
    expect(rows).to_have_count(3)
    visitor.look(ours=False)


def test_a_list_that_cannot_be_loaded_says_so(visitor: Visitor) -> None:
    word, _ = garments("Alaba")
    found = adding(visitor, word)
    expect(found.locator("tbody tr")).to_have_count(1)
    visitor.page.route("**/results/**", lambda route: route.abort())
    found.get_by_label("Only what shoppers can buy now").check()
    expect(found.get_by_role("alert")).to_have_text("The list could not be loaded. Search again.")
    expect(found.locator("tbody tr")).to_have_count(0)


def test_ticks_stay_whatever_is_looked_for_next(visitor: Visitor) -> None:
    names = [f"N{n:02}" for n in range(14)]
    word, made = garments(*names)
    category, page = make_category(), visitor.page
    made["N05"].categories.add(category)
    found = adding(visitor, word)
    told, confirm = found.get_by_role("status"), found.get_by_role("button", name="Confirm")
    expect(told).to_have_text("None ticked")
    expect(confirm).to_be_disabled()
    found.get_by_label(f"{word} N03").check()
    found.get_by_label(f"{word} N01").check()
    found.get_by_role("link", name="Next").click()
    found.get_by_label(f"{word} N13").check()
    expect(told).to_have_text("3 ticked, 2 of them not in this list")
    found.get_by_label("Category").select_option(label=category.name)
    expect(found.locator("tbody tr")).to_have_count(1)
    expect(confirm).to_be_enabled()
    found.get_by_label(f"{word} N05").check()
    expect(told).to_have_text("4 ticked, 3 of them not in this list")
    visitor.look(ours=False)
    found.get_by_label("Category").select_option(label="All categories")
    expect(found.get_by_label(f"{word} N03")).to_be_checked()
    found.get_by_label(f"{word} N01").uncheck()
    search(visitor, f"{word}nothing")
    expect(told).to_have_text("3 ticked, 3 of them not in this list")
    confirm.click()
    expect(page.get_by_text("3 products added.")).to_be_attached()
    assert order(visitor) == ["N03", "N13", "N05"]


def test_what_is_in_a_collection_already_is_not_added_again(visitor: Visitor) -> None:
    word, _ = garments("Alaba", "Bisi")
    page = visitor.page
    found = adding(visitor, word)
    found.get_by_label(f"{word} Alaba").check()
    found.get_by_role("button", name="Confirm").click()
    expect(page.locator("#id_members-FORMS img")).to_have_count(1)
    expect(page.locator(".modal")).to_have_count(0)
    page.get_by_role("button", name="Add products").click()
    search(visitor, word)
    for name in ("Bisi", "Alaba"):
        found.get_by_label(f"{word} {name}").check()
    found.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("1 product added. 1 is in the list already.")).to_be_visible()
    assert order(visitor) == ["Alaba", "Bisi"]
    visitor.look(ours=False)
    expect(page.locator(".modal")).to_have_count(0)
    page.get_by_role("button", name="Add products").click()
    search(visitor, word)
    found.get_by_label(f"{word} Alaba").check()
    found.get_by_role("button", name="Untick all").click()
    expect(found.locator("input:checked")).to_have_count(0)
    expect(found.get_by_role("status")).to_have_text("None ticked")

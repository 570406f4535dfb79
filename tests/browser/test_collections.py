"""An editor builds a rule and sees the products change before anything is saved."""

import pytest
from playwright.sync_api import Locator, expect

from commerce.catalogue.models import Collection, Product
from commerce.storefront.services import documents
from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.factories import make_category, make_user, make_vendor

pytestmark = pytest.mark.timeout(600)
CARDS = ".desk-cards > li"


def garments() -> str:
    """Put five garments into the shop, three of them in a category of their own."""
    vendor, category = make_vendor(), make_category()
    for n, naira in enumerate(("Alaba", "Bisi", "Chidi", "Dayo", "Efe")):
        made = make_garment(vendor, title=f"{category.name} {naira}")
        if n < 3:
            made.categories.add(category)
        documents.rebuild(product_ids=[made.pk])
    return str(category.name)


def row_of(visitor: Visitor, number: int) -> Locator:
    return visitor.page.locator(f'[data-desk-row]:has([name="rule-{number}-field"])')


def test_an_editor_sees_what_a_rule_chooses_while_building_it(visitor: Visitor) -> None:
    name = garments()
    page = visitor.page
    staff = make_user(is_staff=True, is_superuser=True)
    page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(staff.email or "", ours=False)
    page.goto(f"{visitor.base}/admin/desk_collections/new/")
    visitor.look(ours=False)
    assert not page.get_by_role("button", name="Show products").count()
    title = f"Chosen {name}"
    page.get_by_label("Title").fill(title)
    page.get_by_label("By a rule").check()
    expect(page.get_by_text("Finish the conditions")).to_be_visible()
    first = row_of(visitor, 0)
    first.get_by_label("What is compared").select_option("Category")
    first.get_by_label(name).check()
    expect(page.locator(CARDS)).to_have_count(3)
    expect(page.get_by_text("3 products")).to_be_visible()
    visitor.look(ours=False)
    page.get_by_role("button", name="Add a condition").click()
    second = row_of(visitor, 1)
    second.get_by_label("What is compared").select_option("Lowest price")
    comparison = second.get_by_label("How it is compared")
    assert comparison.input_value() == "at_most"
    assert comparison.locator("option:not([hidden])").all_inner_texts() == [
        "is at most", "is at least",
    ]  # fmt: skip
    second.get_by_label("Amount").fill("1000")
    expect(page.get_by_text("No product on sale fits")).to_be_visible()
    second.get_by_label("Amount").fill("cheap")
    expect(second.get_by_text("Write the amount like 50000.00.")).to_be_visible()
    expect(second.get_by_label("Amount")).to_have_attribute("aria-invalid", "true")
    visitor.press("Add", ours=False)
    expect(second.get_by_text("Write the amount like 50000.00.")).to_be_visible()
    second.get_by_label("Amount").fill("35000")
    expect(second.get_by_text("Write the amount like 50000.00.")).to_have_count(0)
    expect(page.locator(CARDS)).to_have_count(3)
    page.get_by_role("button", name="Pin products").click()
    dialog = page.locator(".modal-dialog")
    dialog.get_by_label(f"{name} Efe").check()
    dialog.get_by_role("button", name="Confirm selection").click()
    expect(page.locator(CARDS)).to_have_count(4)
    expect(page.locator(CARDS).first).to_contain_text("Efe")
    visitor.look(ours=False)
    visitor.press("Add", ours=False)
    made = Collection.objects.get(title=title)
    assert made.members.count() == 4
    assert made.members.get(is_pinned=True).product == Product.objects.get(title=f"{name} Efe")
    expect(page.locator(CARDS)).to_have_count(4)

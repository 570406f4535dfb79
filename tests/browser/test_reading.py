"""A visitor reads the shop in the reader: menus, a product, a list, and what is not there."""

import pytest

from cms import demo
from cms.navigation import demo as navigation
from tests.browser.visitor import Visitor
from tests.cms.blocks import Things


@pytest.fixture(scope="module")
def slug(base: str) -> str:
    """Return the slug of what is sold in a shop with menus."""
    home, things = demo.seed(), Things.make()
    navigation.seed(home)
    return str(things.product.slug)


def test_every_kind_of_page_is_whole(visitor: Visitor, slug: str) -> None:
    for path in ("", f"products/{slug}/", "products/", "vendors/", "about/"):
        visitor.go(f"/client/{path}")
    visitor.go("/client/nothing/", status=404)
    visitor.reads("This page is not here")

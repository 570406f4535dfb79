"""Staff make a token for a tool, copy it once and revoke it."""

import re

import pytest

from tests.browser.visitor import Visitor
from tests.cms.authoring.apis.calling import member

pytestmark = pytest.mark.timeout(600)
SCREEN = "/admin/my-api-tokens/"


def test_a_token_is_made_seen_once_and_revoked(visitor: Visitor) -> None:
    page, editor = visitor.page, member("Editors")
    page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(editor.email or "", ours=False)
    page.wait_for_url(f"{visitor.base}/admin/")
    page.goto(visitor.base + SCREEN)
    visitor.reads("None yet")
    visitor.look(ours=False)
    page.get_by_label("What it is for").fill("Importer")
    visitor.press("Make a token", ours=False)
    words = page.locator("#api-token-value").input_value()
    assert re.fullmatch(r"wagtail_\w{20,}", words)
    visitor.look(ours=False)
    page.goto(visitor.base + SCREEN)
    assert words not in page.content()
    visitor.reads("Never used")
    visitor.press("Revoke Importer", ours=False)
    visitor.reads("is revoked")
    visitor.reads("Tokens that are good no longer")
    visitor.look(ours=False)

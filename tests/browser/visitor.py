"""Somebody at a browser, who notices what goes wrong on a page."""

import re
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response, expect

from tests.factories.people import PASSWORD

GRAVE = ("serious", "critical")
TOUCH = 44
TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))
"""
BROKEN_PICTURES = """
() => [...document.images].filter((each) => each.checkVisibility())
  .filter((each) => !(each.complete && each.naturalWidth > 0)).map((each) => each.src)
"""
LOAD_PICTURES = """
() => Promise.all([...document.images].map((each) => {
  each.loading = "eager";
  return each.decode().catch(() => null);
}))
"""
SMALL_TARGETS = """
(least) => [...document.querySelectorAll(
    ".button, button, select, summary, textarea, nav a, .order-card[href], .back, .lonely, " +
    "input:not([type=hidden], [type=checkbox], [type=radio])")]
  .filter((each) => each.checkVisibility())
  .filter((each) => each.getBoundingClientRect().height < least - 0.5)
  .map((each) => each.outerHTML.slice(0, 120))
"""


def is_draft(url: str) -> bool:
    """Say whether an address is one to which Wagtail's editor saves drafts by itself.

    It is told 400 while what was typed cannot be kept, or where the form itself came first.
    """
    return re.fullmatch(r"/admin/pages/(\d+/edit|add/.+)/", urlsplit(url).path) is not None


class Visitor:
    """One page of one browser; `look` checks what is on it now."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.trouble: list[str] = []
        self._allowed: set[int] = set()
        page.add_init_script(TELL_VIOLATIONS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        page.on("requestfailed", self._fail)
        page.on("response", self._read)

    def go(self, path: str, *, status: int = 200) -> None:
        """Open a page that answers with this status, and look at it."""
        self._allowed = {status}
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.status == status, f"{path} answered {answer.status}"
        self.look()
        self._allowed = set()

    def press(self, name: str, *, role: Any = "button", ours: bool = True) -> None:
        """Press what is called so, wait for the page that follows, and look at it."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=True).click()
        self.look(ours=ours)

    def sign_in(self, email: str, password: str = PASSWORD, *, ours: bool = True) -> None:
        """Fill the sign-in form in and send it."""
        self.page.get_by_label("E-mail address or phone number").fill(email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.press("Sign in", ours=ours)

    def reads(self, text: str) -> None:
        """Make sure that the page says this where it can be seen, once its scripts are done."""
        expect(self.page.get_by_text(text).first, f"{text!r} on the page").to_be_visible()

    def look(self, *, ours: bool = True) -> None:
        """Make sure that the page is whole; `ours` adds what we promise of our own pages."""
        page = self.page
        page.wait_for_load_state("load")
        page.evaluate(LOAD_PICTURES)
        where = f"{page.url} at {page.viewport_size}"
        assert page.evaluate(BROKEN_PICTURES) == [], where
        wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= room, f"{where} is {wide} px wide"
        if ours:
            self._look_closer(where)
        assert self.trouble == [], f"{where}: {self.trouble}"

    def _look_closer(self, where: str) -> None:
        assert self.page.locator("h1").count() == 1, f"{where}: one h1"
        grave = [
            f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
            for each in Axe().run(self.page).response["violations"]
            if each["impact"] in GRAVE
            for node in each["nodes"]
        ]
        assert grave == [], f"{where}: {grave}"
        if (self.page.viewport_size or {}).get("width", 0) < 500:
            small = self.page.evaluate(SMALL_TARGETS, TOUCH)
            assert small == [], f"{where}: {small}"

    def _hear(self, message: ConsoleMessage) -> None:
        expected = any(f"status of {each}" in message.text for each in self._allowed)
        expected |= "status of 400" in message.text and is_draft(message.location["url"])
        if message.type in ("error", "warning") and not expected:
            self.trouble.append(f"console: {message.text} {message.location}")

    def _fail(self, request: Request) -> None:
        # A picture still on its way when the next page is opened is given up, not broken.
        if request.failure != "net::ERR_ABORTED":
            self.trouble.append(f"{request.url}: {request.failure}")

    def _read(self, answer: Response) -> None:
        by_itself = answer.request.resource_type == "fetch" and is_draft(answer.url)
        if answer.status == 400 and by_itself:
            return
        if answer.status >= 400 and answer.status not in self._allowed:
            self.trouble.append(f"{answer.url} answered {answer.status}")

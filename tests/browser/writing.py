"""An editor's hands in Wagtail's page editor: blocks, choosers, tables and moments."""

from datetime import datetime

from playwright.sync_api import Locator, Page


class Writing:
    """The body of a page that is being written, block after block."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def add(self, kind: str) -> str:
        """Insert a block at the end and return the prefix of its fields."""
        page, name = self.page, f"body-{self.count}"
        page.get_by_role("button", name="Insert a block").last.click()
        page.get_by_role("option", name=kind, exact=True).click()
        page.locator(f"[name='{name}-type']").wait_for(state="attached")
        self.count += 1
        return f"{name}-value"

    def fill(self, prefix: str, **said: str) -> None:
        """Write into the fields of a block, by name."""
        for name, words in said.items():
            self.field(f"{prefix}-{name}").fill(words)

    def field(self, name: str) -> Locator:
        """Return a field."""
        return self.page.locator(f"[name='{name}']")

    def write(self, prefix: str, words: str) -> None:
        """Type formatted text."""
        box = self.page.locator(f"[id='{prefix}']").locator("xpath=..")
        box.locator("[contenteditable=true]").first.click()
        self.page.keyboard.type(words)

    def choose(self, prefix: str, label: str = "") -> None:
        """Open a chooser, look for the label if there is one, and take what comes first."""
        box = self.page.locator(f"[id='{prefix}-chooser']")
        box.get_by_role("button").locator("visible=true").first.click()
        if "blank" not in (box.get_attribute("class") or "").split():
            box.locator("button[data-chooser-action-choose]:visible").click()
        modal = self.page.locator(".modal-content").last
        modal.wait_for()
        choices = modal.locator("[data-chooser-modal-choice], a.choose-page")
        choices.first.wait_for()
        if label:
            with self.page.expect_response(lambda answer: "q=" in answer.url):
                modal.locator("input[name=q]").first.fill(label)
            choices = choices.filter(has_text=label)
        choices.first.click()
        modal.wait_for(state="detached")

    def add_item(self, prefix: str) -> None:
        """Add an item to the list of a block."""
        box = self.page.locator(f"[name='{prefix}-count']").locator("xpath=..")
        box.get_by_role("button", name="Add").last.click()

    def plan(self, at: datetime) -> None:
        """Set when the page goes live, in the status panel."""
        page = self.page
        page.get_by_role("button", name="Toggle status").click()
        page.get_by_role("button", name="Set schedule").click()
        page.get_by_label("Go live date/time").fill(f"{at:%Y-%m-%d %H:%M}")
        # The calendar lies over the button.
        page.get_by_role("button", name="Save schedule").dispatch_event("click")

    def table(self, prefix: str, kinds: list[str], heads: list[str], rows: list[list[str]]) -> None:
        """Fill a table: a column of each kind with its heading, then the rows."""
        box = self.page.locator(f"[name='{prefix}-column-count']").locator("xpath=..")
        for place, (kind, head) in enumerate(zip(kinds, heads, strict=True)):
            box.locator("[data-append-column]").click()
            self.page.get_by_role("button", name=kind, exact=True).click()
            self.field(f"{prefix}-column-{place}-heading").fill(head)
        for number, row in enumerate(rows):
            if not self.field(f"{prefix}-cell-{number}-0").count():
                box.get_by_role("button", name="Add row").click()
            for place, said in enumerate(row):
                self.field(f"{prefix}-cell-{number}-{place}").fill(said)

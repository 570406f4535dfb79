"""Screens as a browser fills them: what they show is sent back, but for what is changed."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

SKIPPED = ("submit", "button", "file")


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Any] = {}
        self._form = self._hidden = 0
        self._area = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._hidden += tag == "template"
        if tag == "form":
            self._form = said.get("id") == "w-editor-form"
        if not self._form or self._hidden:
            return
        name = said.get("name") or ""
        if tag == "input" and name and said.get("type") not in SKIPPED:
            self._take(name, said)
        elif tag == "textarea":
            self._area, self.found[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in said:
            self.found[self._select] = said.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag == "template"
        self._area = "" if tag == "textarea" else self._area
        self._select = "" if tag == "select" else self._select

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area] += data.removeprefix("\n")

    def _take(self, name: str, said: dict[str, str | None]) -> None:
        value = said.get("value") or ""
        if said.get("type") in ("checkbox", "radio"):
            if "checked" in said:
                self.found.setdefault(name, []).append(said.get("value", "on"))
        else:
            self.found[name] = value


def filled(client: Client, path: str) -> dict[str, Any]:
    """Return what a browser would send from the screen as it is."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    reader = _Fields()
    reader.feed(answer.content.decode())
    reader.found.pop("csrfmiddlewaretoken", None)
    return reader.found


def send(client: Client, path: str, **changes: Any) -> Any:
    """Send the screen back with these changes; `None` takes a field away."""
    data = {**filled(client, path), **changes}
    return client.post(path, {name: each for name, each in data.items() if each is not None})

"""What every block of every page asks for, as live and as a draft."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Locale, Revision

from cms.core.blocks import BODY_BLOCKS
from cms.core.pages import BasePage
from cms.delivery.services import families, values
from cms.delivery.services.asking import Asked

KINDS = {type(block): name for name, block in BODY_BLOCKS}


@dataclass
class Noted(Asked):
    """Notes the typed addresses as well."""

    addresses: set[str] = field(default_factory=set)

    def html(self, source: Any) -> str:
        """Note what a text links to, pages and addresses."""
        reader = _Links()
        reader.feed(str(source or ""))
        self.addresses |= reader.found
        return super().html(source)

    def take(self, value: Any) -> None:
        """Note the addresses in a block as clients get it."""
        if isinstance(value, dict):
            if isinstance(value.get("url"), str) and value["url"]:
                self.addresses.add(value["url"])
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                self.take(each)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {said for name, said in attrs if tag == "a" and name == "href" and said}


@dataclass(frozen=True)
class Use:
    """A place of a page and what it asks for; `block_id` is empty for the page's own fields."""

    page: BasePage
    is_live: bool
    place: str
    block_id: str
    noted: Noted


def uses(pages: Any) -> Iterator[Use]:
    """Yield what each place of these pages asks for: what is live first, then what is drafted.

    Statements: one for each type of page, one for the drafts, one for the languages.
    """
    found = [each for each in pages.specific() if isinstance(each, BasePage)]
    locales = Locale.objects.in_bulk()
    for each in found:
        each.locale = locales[each.locale_id]
    drafted = [each for each in found if not each.live or each.has_unpublished_changes]
    contents = dict(
        Revision.objects.filter(pk__in=[each.latest_revision_id for each in drafted])
        .values_list("pk", "content")
    )  # fmt: skip
    for page in found:
        if page.live:
            yield from _of(page, page, _stored(page), is_live=True)
        if content := contents.get(page.latest_revision_id):
            yield from _of(page, _drafted(page, content), _typed(page, content), is_live=False)


def _of(page: Any, facts: Any, bodies: dict[str, Any], *, is_live: bool) -> Iterator[Use]:
    own = Noted()
    if any(each.name == "share_picture" for each in page._meta.concrete_fields):
        own.picture(facts.share_picture_id)
    with suppress(ObjectDoesNotExist):
        families.facts(facts, own)
    yield Use(page, is_live, _("The page itself"), "", own)
    for name, body in bodies.items():
        blocks = page._meta.get_field(name).stream_block.child_blocks
        for number, stored in enumerate(body, 1):
            block = blocks.get(stored["type"])
            label = block.label if block is not None else stored["type"]
            key = str(stored.get("id") or "")
            yield Use(page, is_live, f"{number}. {label}", key, _asked_by(stored, block))


def _asked_by(stored: Any, block: Any) -> Noted:
    """Return what a block asks for; one under a name of its own is written as its kind is."""
    noted = Noted()
    kind = stored["type"] if stored["type"] in values.WRITERS else KINDS.get(type(block), "")
    for written in values.written([{**stored, "type": kind}], noted):
        noted.take(written["value"])
    return noted


def _streams(page: Any) -> list[str]:
    return [each.name for each in page._meta.concrete_fields if isinstance(each, StreamField)]


def _stored(page: Any) -> dict[str, Any]:
    return {name: getattr(page, name).get_prep_value() for name in _streams(page)}


def _typed(page: Any, content: dict[str, Any]) -> dict[str, Any]:
    return {name: json.loads(content.get(name) or "[]") for name in _streams(page)}


def _drafted(page: Any, content: dict[str, Any]) -> Any:
    """Return an unsaved page with the draft's foreign keys and nothing else."""
    keys = [each for each in page._meta.local_concrete_fields if each.is_relation]
    said = {each.attname: content.get(each.name) for each in keys if not each.primary_key}
    return type(page)(**said)

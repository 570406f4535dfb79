"""Rich text as clients get it: links to pages as paths, and cleaned whoever wrote it."""

from collections.abc import Iterable, Mapping

import nh3
from django.utils.html import escape
from wagtail.rich_text.rewriters import LinkRewriter

from cms.core import links

TAGS = {"a", "b", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong", "ul"}


def clean_html(source: str, *, locale: str = "") -> str:
    """Return stored rich text as safe HTML; at most one statement."""
    return cleaned(source, links.paths(linked_pages([source]), locale=locale))


def linked_pages(sources: Iterable[str]) -> set[int]:
    """Return the ids of the pages that rich texts link to."""
    found = LinkRewriter(reference_extractors={"page": lambda attrs: [attrs.get("id", "")]})
    ids = {each for source in sources for each in found.extract_references(source)}
    return {int(each) for each in ids if each.isascii() and each.isdecimal() and len(each) < 12}


def cleaned(source: str, paths: Mapping[int, str]) -> str:
    """Return stored rich text as safe HTML, its links to pages written as these paths."""
    rewrite = LinkRewriter(rules={"page": lambda attrs: _opened(attrs.get("id", ""), paths)})
    return nh3.clean(
        rewrite(source), tags=TAGS, attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
    )  # fmt: skip


def _opened(page_id: str, paths: Mapping[int, str]) -> str:
    known = page_id.isascii() and page_id.isdecimal() and len(page_id) < 12
    path = paths.get(int(page_id)) if known else None
    return f'<a href="{escape(path)}">' if path else "<a>"


def editable(source: str) -> str:
    """Return stored rich text with balanced, allowed tags; links to pages stay as they are."""
    attributes = {"a": {"href", "linktype", "id"}}
    return nh3.clean(source, tags=TAGS, attributes=attributes, link_rel=None)

"""Rich text as clients get it: links to pages and documents as addresses, cleaned whoever wrote it."""

import re
from collections.abc import Iterable, Mapping

from django.utils.html import escape
from wagtail.rich_text.rewriters import LinkRewriter

from cms.core import documents, links
from cms.core.documents import Filed
from common.utils import cleaning
from common.utils.addresses import kept

TAGS = {"a", "b", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong", "ul"}
PAGE, DOCUMENT = "page", "document"
# Without its opening tag a link is plain words: a lone closing one is nothing.
NO_LINK = ""
# Wagtail's rewriter reads a tag again from each of its letters.
_ENDLESS = re.compile(r"<a\b[^>]{2000,}+>?", re.IGNORECASE)


def clean_html(source: str, *, locale: str = "") -> str:
    """Return stored rich text as safe HTML; at most two statements."""
    paths = links.paths(linked_pages([source]), locale=locale)
    return cleaned(source, paths, documents.filed(linked_documents([source])))


def linked_pages(sources: Iterable[str]) -> set[int]:
    """Return the ids of the pages that rich texts link to."""
    return _linked(PAGE, sources)


def linked_documents(sources: Iterable[str]) -> set[int]:
    """Return the ids of the documents that rich texts link to."""
    return _linked(DOCUMENT, sources)


def _linked(kind: str, sources: Iterable[str]) -> set[int]:
    found = LinkRewriter(reference_extractors={kind: lambda attrs: [attrs.get("id", "")]})
    ids = {
        each
        for source in sources
        for each in found.extract_references(_ENDLESS.sub(NO_LINK, source))
    }
    return {int(each) for each in ids if _is_id(each)}


def cleaned(source: str, paths: Mapping[int, str], files: Mapping[int, Filed]) -> str:
    """Return stored rich text as safe HTML.

    Its links to pages are written as these paths, those to documents as these files with their
    titles; a link to any other page or document is plain words.
    """
    rewrite = LinkRewriter(
        rules={
            PAGE: lambda attrs: _to_page(_of(attrs, paths)),
            DOCUMENT: lambda attrs: _to_file(_of(attrs, files)),
        }
    )
    titles = {each.title for each in files.values()}

    def judged(tag: str, name: str, value: str) -> str | None:
        if name == "title":
            return value if value in titles else None
        return kept(tag, name, value)

    return cleaning.cleaned(
        rewrite(_ENDLESS.sub(NO_LINK, source)), tags=TAGS, attributes={"a": {"href", "title"}},
        url_schemes={"https", "http", "mailto"}, attribute_filter=judged,
    )  # fmt: skip


def _of[T](attrs: Mapping[str, str], found: Mapping[int, T]) -> T | None:
    said = attrs.get("id", "")
    return found.get(int(said)) if _is_id(said) else None


def _is_id(said: str) -> bool:
    return said.isascii() and said.isdecimal() and len(said) < 12


def _to_page(path: str | None) -> str:
    return f'<a href="{escape(path)}">' if path else NO_LINK


def _to_file(file: Filed | None) -> str:
    return f'<a href="{escape(file.url)}" title="{escape(file.title)}">' if file else NO_LINK


def editable(source: str) -> str:
    """Return stored rich text with balanced, allowed tags; links stay as they are."""
    attributes = {"a": {"href", "linktype", "id"}}
    return cleaning.cleaned(source, tags=TAGS, attributes=attributes, link_rel=None)

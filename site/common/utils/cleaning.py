"""HTML from people, cleaned in a time that grows as its length does."""

import html
import re
from typing import Any

import nh3

from common.utils import tags
from common.utils.elements import VOID
from common.utils.text import plain

# Parsers walk the open elements at each tag: this many steps take a small part of a second.
MOST = 500_000
# Those whose closing tag closes them at once and surely, when they were opened last.
_ORDINARY = frozenset(
    [
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "caption",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "i",
        "ins",
        "kbd",
        "label",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
    ]
)
_RAW = frozenset(["iframe", "noembed", "noframes", "style", "textarea", "title", "xmp"])
_UNSEEN = VOID | {"html", "head", "body"}
_OPENED = re.compile(r"<(?:(/?)([A-Za-z][^ \t\n\f\r/>]*+)|[!?]|/(?!\Z))")


def cleaned(said: str, **rules: Any) -> str:
    """Return the HTML as `nh3.clean` leaves it under these rules.

    What is nested deeper than any parser reads in a reasonable time is its words, without tags.
    """
    return nh3.clean(said, **rules) if is_readable(said) else html.escape(plain(said))


def is_readable(said: str) -> bool:
    """Return whether few enough elements are open at once, summed over all tags.

    It counts too many rather than too few: where it cannot tell that an element was closed, it
    takes it for open.
    """
    if said.count("<") ** 2 <= MOST:
        return True
    opened, is_sealed, steps, at = [""], False, 0, 0
    while (sign := _OPENED.search(said, at)) and steps <= MOST:
        steps += len(opened)
        if sign[2] is None:
            at = tags.end_of_remark(said, sign.start())
            continue
        name, at = sign[2].lower(), tags.end_of_tag(said, sign.end())
        if sign[1]:
            if opened[-1] == name and not is_sealed:
                opened.pop()
        elif name in _RAW and not is_sealed:
            at = tags.end_of_raw(said, at, name)
        elif name not in _UNSEEN and not (name == opened[-1] == "p"):
            opened.append(name)
            is_sealed = is_sealed or name not in _ORDINARY
    return steps <= MOST

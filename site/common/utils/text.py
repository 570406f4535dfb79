"""Plain text: words without markup."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from common.utils import tags
from common.utils.elements import SWITCHES, is_known

PASSES = 5
_OPENED = re.compile(r"<(?:(/?)([A-Za-z][\w-]*+)|[!?]|/(?!\Z))")
# Up to the sign that ends the tag or begins another.
_RUN = re.compile(r"[^<>]*+(?:<(?!/?[A-Za-z]|[!?/])[^<>]*+)*+")
# What would do something, or swallow what follows, once somebody else's `>` stood behind it.
_LIVELY = frozenset(
    [
        "script",
        "style",
        "iframe",
        "frameset",
        "svg",
        "math",
        "body",
        "base",
        "meta",
        "object",
        "embed",
        "form",
        "input",
        "select",
        "title",
        "textarea",
        "template",
        "details",
        "marquee",
        "plaintext",
        "xmp",
        "img",
        "video",
        "div",
        "noscript",
        "noembed",
        "noframes",
    ]
)
_SETTING = re.compile(
    r"[\s/\"'](?:on\w++|style|href|src\w*+|action|formaction|data|background|poster|xlink:\w++)\s*+="
    r"|=\s*+[\"']",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_HUGE = re.compile(r"&#\d{8,}+;?")


def plain(said: str) -> str:
    """Return the words without tags, comments and entities; `a < b` and `a<b` stay as they are.

    What no browser takes for an element, `x<y>z` or `a<b and c>d`, is text. A tag that is cut off
    is text only where no element could come of it that loads, runs or frames. The time it takes
    grows as the text does.
    """
    found = said.replace("\x00", "")
    if "<" not in found and "&" not in found:
        return found
    for _ in range(PASSES):
        bare = html.unescape(_HUGE.sub("\ufffd", "".join(_kept(found))))
        if bare == found:
            return found
        found = bare
    return found.replace("<", "")


def _kept(said: str) -> Iterator[str]:
    at = 0
    while sign := _OPENED.search(said, at):
        yield said[at : sign.start()]
        at = _end_of_markup(said, sign)
        if at == sign.start():
            at = sign.end()
            yield sign[0]
    yield said[at:]


def _end_of_markup(said: str, sign: re.Match[str]) -> int:
    """Return where the markup ends that begins with this sign; where it begins if it is text."""
    if sign[2] is None:
        return tags.end_of_remark(said, sign.start())
    name, run = sign[2].lower(), _RUN.match(said, sign.end())
    rest = run[0] if run else ""
    if name in _LIVELY or _SETTING.search(rest):
        end = tags.end_of_tag(said, sign.end())
        is_script = name in ("script", "style") and not sign[1]
        return tags.end_of_raw(said, end, name) if is_script else end
    is_closed = said.startswith(">", sign.end() + len(rest))
    if not is_known(name) or not (sign[1] or (is_closed and not _is_said(rest))):
        return sign.start()
    return tags.end_of_tag(said, sign.end())


def _is_said(rest: str) -> bool:
    return "=" not in rest and not set(_WORD.findall(rest.lower())) <= SWITCHES


def too_long(said: str, most: int, what: str) -> str:
    """Return in a sentence that a text is longer than `most`, or nothing; a new line counts once.

    `what` names it, such as "A description".
    """
    length = len(said.replace("\r\n", "\n"))
    if length <= most:
        return ""
    return f"{what} has at most {most:,} characters; this one has {length:,}."


def in_words(said: Mapping[str, Any]) -> dict[str, str]:
    """Return the values, chosen options for instance, as words."""
    return {key: plain(str(value)) for key, value in said.items()}

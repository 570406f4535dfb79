"""How translators read and write texts, which are kept as markup: `&` as `&amp;`.

A plain text is shown and taken as it is; its line breaks are `<br>`, for it is typed in one line.
In a rich text the tags are needed, and `&` and `<` stand for themselves where no markup begins.
"""

import re

from bs4 import BeautifulSoup
from wagtail_localize.strings import StringValue

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LONE = (
    (re.compile(r"&amp;(?![\w#])"), "&"),
    (re.compile(r"&lt;(?![\w/!?])|&lt;(?=\d)"), "<"),
    (re.compile(r"&gt;"), ">"),
)


def shown(data: str, *, plain: bool) -> str:
    """Return what a translator reads of a kept text."""
    return StringValue(data).render_text().replace("\n", "<br>") if plain else _lighter(data)


def kept(words: str, *, plain: bool) -> str:
    """Return what is kept of what a translator wrote."""
    return StringValue.from_plaintext(_BREAK.sub("\n", words)).data if plain else words


def _lighter(data: str) -> str:
    found = data
    for what, said in _LONE:
        found = what.sub(said, found)
    means_the_same = str(BeautifulSoup(found, "html.parser")) == data
    return found if means_the_same else data

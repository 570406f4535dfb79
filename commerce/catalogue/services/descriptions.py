"""Descriptions: the HTML a vendor may write."""

from common.utils import cleaning
from common.utils.addresses import kept

TAGS = {
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
}
ATTRIBUTES = {"a": {"href", "title"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}


def cleaned(html: str) -> str:
    """Return the HTML with nothing in it that could run, load or restyle."""
    return cleaning.cleaned(
        html.strip(),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
        attribute_filter=kept,
    )

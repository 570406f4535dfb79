"""The shape of a page, as a JSON schema."""

from typing import Any

from cms.delivery.apis import blocks
from cms.delivery.services.families import TYPES
from commerce.storefront.apis import schemas as storefront
from commerce.storefront.apis.schemas import FLAG, TEXT, array, or_null, ref, thing, with_optional

Schema = dict[str, Any]
_MOMENT: Schema = {"type": ["string", "null"], "format": "date-time"}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_PICTURE = or_null(ref("Image"))
_WAY = array(thing(title=TEXT, path=TEXT))
_LINK: Schema = {"type": ["string", "null"]}
_VENDOR = or_null(blocks.VENDOR)
_FAMILIES: dict[str, Schema] = {
    "collection": or_null(blocks.COLLECTION),
    "lookbook": thing(season=TEXT, introduction=TEXT, cover=_PICTURE),
    "journal": thing(introduction=TEXT),
    "article": thing(standfirst=TEXT, author=TEXT, cover=_PICTURE),
    "vendor": _VENDOR,
    "size_guide": thing(vendor=_VENDOR, category={"type": ["string", "null"]}),
    "policy": thing(kind=TEXT, effective_on=_DAY),
    "product": or_null(ref("ProductDetail")),
}
_LISTS: dict[str, Schema] = {
    "articles": array(
        thing(
            title=TEXT, path=TEXT, standfirst=TEXT, author=TEXT, published_at=_MOMENT,
            cover=_PICTURE,
        )
    ),
    "listing": {
        **thing(count={"type": "integer"}, next=_LINK, previous=_LINK),
        "description": "Of a journal: where its other articles are read. In a draft without links.",
    },
}  # fmt: skip
_PAGE: Schema = with_optional(
    thing(
        id=TEXT,
        type={"type": "string", "enum": list(TYPES)},
        path=TEXT,
        title=TEXT,
        locale=TEXT,
        published_at=_MOMENT,
        updated_at=_MOMENT,
        seo=thing(
            title=TEXT, description=TEXT, canonical_url=TEXT, image=_PICTURE, is_noindex=FLAG
        ),
        breadcrumbs=_WAY,
        children=_WAY,
        body=array(ref("Block")),
        alternates=array(thing(locale=TEXT, path=TEXT)),
    ),
    **_FAMILIES,
    **_LISTS,
)
_REDIRECT: Schema = {
    **thing(redirect=with_optional(thing(to=TEXT, permanent=FLAG), locale=TEXT)),
    "description": "Where the page moved. A path in `to` is asked for as it stands, with `locale` "
    "where it is of another language than asked; an address leads elsewhere.",
}
COMPONENTS: dict[str, Schema] = {
    **storefront.COMPONENTS, **blocks.COMPONENTS, "Page": _PAGE, "PageMoved": _REDIRECT,
}  # fmt: skip
PAGE: Schema = ref("Page")
PAGE_OR_REDIRECT: Schema = {"anyOf": [ref("Page"), ref("PageMoved")]}

"""The shape of each block, as JSON schemas; a client tells them apart by `type`."""

from typing import Any

from commerce.storefront.apis.schemas import FLAG, TEXT, array, or_null, ref, thing

Schema = dict[str, Any]
_PICTURE = or_null(ref("Image"))
_LINK = thing(label=TEXT, url=TEXT)
_PART: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_LENGTH: Schema = {"type": "integer", "description": "millimetres"}
_CAPTIONED = thing(image=ref("Image"), caption=TEXT)
_CELL: Schema = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": TEXT, "min_mm": _LENGTH, "max_mm": _LENGTH},
}
_QUESTION = thing(
    name=TEXT, label=TEXT, type=TEXT, required=FLAG, choices=array(TEXT), default=TEXT,
    help_text=TEXT,
)  # fmt: skip
COLLECTION = thing(slug=TEXT, title=TEXT, description=TEXT, url=TEXT, image=_PICTURE)
VENDOR = thing(slug=TEXT, name=TEXT, logo=_PICTURE)
FORM = thing(id=TEXT, submit_url=TEXT, fields=array(_QUESTION))
_HOTSPOT = thing(x=_PART, y=_PART, label=TEXT, product=ref("ProductItem"), variant=ref("Variant"))

VALUES: dict[str, Schema] = {
    "hero": thing(title=TEXT, text=TEXT, image=_PICTURE, link=or_null(_LINK)),
    "rich_text": thing(html=TEXT),
    "image": _CAPTIONED,
    "gallery": thing(title=TEXT, images=array(_CAPTIONED)),
    "video": thing(
        provider={"type": "string", "enum": ["youtube", "vimeo", "file"]}, video_id=TEXT, src=TEXT,
        title=TEXT, poster=_PICTURE, caption=TEXT,
    ),
    "quote": thing(text=TEXT, attribution=TEXT),
    "faq": thing(title=TEXT, questions=array(thing(question=TEXT, answer=TEXT))),
    "product_rail": thing(title=TEXT, products=array(ref("ProductItem"))),
    "shop_the_look": thing(title=TEXT, image=_PICTURE, hotspots=array(_HOTSPOT)),
    "collection_teaser": thing(title=TEXT, collection=COLLECTION),
    "vendor_teaser": thing(text=TEXT, vendor=VENDOR),
    "size_guide": thing(
        title=TEXT, note=TEXT, caption=TEXT, columns=array(TEXT), rows=array(array(_CELL))
    ),
    "call_to_action": thing(title=TEXT, text=TEXT, tone=TEXT, links=array(_LINK)),
    "form": thing(title=TEXT, form=FORM),
    "care": thing(symbols=array(thing(process=TEXT, code=TEXT, label=TEXT)), words=TEXT),
}  # fmt: skip


def _name(kind: str) -> str:
    return "".join(each.title() for each in kind.split("_")) + "Block"


COMPONENTS: dict[str, Schema] = {
    _name(kind): thing(type={"type": "string", "const": kind}, id=TEXT, value=value)
    for kind, value in VALUES.items()
}
COMPONENTS["Block"] = {
    "oneOf": [ref(_name(kind)) for kind in VALUES],
    "discriminator": {
        "propertyName": "type",
        "mapping": {kind: f"#/components/schemas/{_name(kind)}" for kind in VALUES},
    },
}

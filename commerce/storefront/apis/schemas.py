"""What the catalogue answers, as JSON schemas."""

from typing import Any

Schema = dict[str, Any]


def ref(name: str) -> Schema:
    """Return a reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """Return the schema or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def listed(items: Schema) -> Schema:
    """Return a page of a list."""
    link = {"type": ["string", "null"], "format": "uri"}
    return thing(count={"type": "integer"}, next=link, previous=link, results=array(items))


def array(items: Schema) -> Schema:
    """Return a list of these."""
    return {"type": "array", "items": items}


def thing(**properties: Schema) -> Schema:
    """Return an object that has all of these."""
    return {"type": "object", "required": list(properties), "properties": properties}


def with_optional(schema: Schema, **properties: Schema) -> Schema:
    """Return the object with properties that it may lack."""
    return {**schema, "properties": {**schema["properties"], **properties}}


TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
MONEY = thing(amount={"type": "string", "examples": ["12500.00"]}, currency=TEXT)
AVAILABILITY: Schema = {
    "type": "string",
    "enum": ["in_stock", "out_of_stock", "backorder", "preorder", "made_to_order"],
}
_FRACTION: Schema = {"type": "number", "minimum": 0, "maximum": 1}
IMAGE = thing(
    src=TEXT, srcset=TEXT, width=NUMBER, height=NUMBER, alt=TEXT,
    focal_point=thing(x=_FRACTION, y=_FRACTION),
    dominant_colour={"type": ["string", "null"], "pattern": "^#[0-9a-f]{6}$"},
    sources=array(thing(type={"type": "string", "enum": ["image/avif", "image/webp"]}, srcset=TEXT)),
)  # fmt: skip
_VENDOR = thing(slug=TEXT, name=TEXT)
_ITEM: dict[str, Schema] = {
    "slug": TEXT,
    "title": TEXT,
    "url": TEXT,
    "vendor": _VENDOR,
    "price": ref("Money"),
    "price_max": ref("Money"),
    "compare_at_price": or_null(ref("Money")),
    "availability": AVAILABILITY,
    "made_to_measure": FLAG,
    "image": or_null(ref("Image")),
    "rating": thing(average={"type": "number"}, count=NUMBER),
    "options": array(thing(code=TEXT, name=TEXT, values=array(TEXT))),
}
_VARIANT = thing(
    sku=TEXT,
    options={"type": "object", "additionalProperties": TEXT},
    price=ref("Money"),
    compare_at_price=or_null(ref("Money")),
    availability=AVAILABILITY,
    gtin={"type": ["string", "null"]},
    lead_time_days={"type": ["integer", "null"]},
)
_DETAIL: dict[str, Schema] = {
    "description": TEXT,
    "content": array(ref("Block")),
    "content_locale": {
        "type": ["string", "null"],
        "description": "The language `content` is written in: the one asked for, else the shop's "
        "own; null where no story of the product is published in either.",
    },
    "attributes": array(thing(code=TEXT, name=TEXT, value={})),
    "images": array(ref("Image")),
    "breadcrumbs": array(thing(name=TEXT, slug=TEXT, url=TEXT)),
    "variants": array(ref("Variant")),
    "size_chart": {},
    "customisation_fields": array({"type": "object"}),
    "measurement_requirements": array({"type": "object"}),
    "recommended": array(ref("ProductItem")),
    "seo": {
        **thing(title=TEXT, description=TEXT, canonical_url=TEXT),
        "description": "Title and description are those of the published story where it has them.",
    },
    "json_ld": {"type": "object"},
}
FACET = thing(code=TEXT, name=TEXT, values=array(thing(value=TEXT, label=TEXT, count=NUMBER)))
COLLECTION = thing(
    slug=TEXT, title=TEXT, description=TEXT, image=or_null(ref("Image")), product_count=NUMBER
)
VENDOR = thing(
    slug=TEXT, name=TEXT, description=TEXT, city=TEXT, country=TEXT,
    logo=or_null(ref("Image")), product_count=NUMBER,
)  # fmt: skip
CATEGORY = thing(slug=TEXT, name=TEXT, product_count=NUMBER, children=array(ref("CategoryNode")))
_TEXTS = array(TEXT)
CONTEXT = thing(
    currencies=_TEXTS, default_currency=TEXT, locales=_TEXTS, default_locale=TEXT,
    countries=_TEXTS, prices_include_tax=FLAG, payment_methods=_TEXTS,
    features={"type": "object", "additionalProperties": FLAG},
    consent_texts=array({"type": "object"}),
)  # fmt: skip
COMPONENTS: dict[str, Schema] = {
    "Money": MONEY,
    "Image": IMAGE,
    "ProductItem": thing(**_ITEM),
    "Variant": _VARIANT,
    "ProductDetail": thing(**_ITEM, **_DETAIL),
    "CategoryNode": CATEGORY,
    "CollectionItem": COLLECTION,
    "VendorItem": VENDOR,
}

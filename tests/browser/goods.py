"""Garments with pictures, and the guests who buy them."""

import itertools
from typing import Any

from commerce.catalogue.models import Product, ProductImage
from commerce.partner.models import Partner
from commerce.storefront.services import documents
from fashionistar.demo.drawing import Wanted, draw
from fashionistar.demo.pictures import keep
from tests.factories import make_product
from tests.flows.buyers import Buyer

_numbers = itertools.count(1)


def make_garment(vendor: Partner, *, title: str = "Amina lace day dress", **fields: Any) -> Product:
    """Make a garment in two sizes, drawn, and put it into the shop."""
    options = {"size": ["S", "M"]}
    product = make_product(vendor=vendor, title=title, price="35000.00", options=options, **fields)
    wanted = Wanted(title, "lace", next(_numbers), "dress")
    picture = keep(wanted, draw(wanted), alt=title)
    ProductImage.objects.create(product=product, image=picture, caption=title, display_order=0)
    documents.rebuild(product_ids=[product.pk])
    return product


def buy(base: str, vendor: Partner, quantities: dict[str, int]) -> None:
    """Buy so many of each SKU over REST, as a guest."""
    buyer = Buyer(base)
    for sku, quantity in quantities.items():
        buyer.add(sku, quantity)
    answer = buyer.buy({vendor.slug: "standard"}).answer
    assert answer.status_code == 201, answer.text

"""The demo's makers, categories, garments, collections and discounts."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from commerce.catalogue.models import Category, Collection, CollectionMember, Product
from commerce.catalogue.pictures import alt_text
from commerce.catalogue.services import collections, picks, products, rules
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.offer.models import Benefit, Condition, ConditionalOffer, Range
from commerce.partner.models import Partner
from commerce.shipping.models import VendorShippingMethod, VendorShippingRate
from commerce.vendors.models import Member
from commerce.voucher.models import Voucher
from fashionistar.demo import pictures, words
from fashionistar.demo.drawing import Drawn, Wanted

PER_MAKER = 20
Say = Callable[[str], None]


def seed(people: dict[str, Any], *, at: datetime, say: Say) -> None:
    """Make what is missing; garments that are there are not drawn again."""
    makers = [_maker(each, people[f"vendor{n}"]) for n, each in enumerate(words.MAKERS, 1)]
    categories = {name: _category(name) for name in words.CATEGORIES}
    plans = [each for n, maker in enumerate(makers) for each in _plans(n, maker)]
    known = set(Product.objects.canonical().values_list("import_reference", flat=True))
    missing = [plan for plan in plans if plan["reference"] not in known]
    logos = [maker for maker in makers if maker.logo_id is None]
    asked = [Wanted(each.name, "ankara", each.pk) for each in logos]
    asked += [plan["wanted"] for plan in missing]
    if asked:
        _fill(asked, logos, missing, categories, at, say)
    _collections()
    _collection_by_rule(at)
    _discounts(at)


def _fill(
    asked: list[Wanted], logos: list[Any], missing: list[Any], categories: dict[str, Any],
    at: datetime, say: Say,
) -> None:  # fmt: skip
    say(f"Drawing {len(asked)} pictures")
    plans = iter(missing)
    makers = iter(logos)
    processes = max(1, min(4, os.cpu_count() or 1))
    for done, (wanted, found) in enumerate(pictures.drawn(asked, processes=processes), 1):
        if wanted.garment:
            _garment(next(plans), found, categories, at)
        else:
            maker = next(makers)
            maker.logo = pictures.keep(wanted, found, alt=maker.name)
            maker.save(update_fields=["logo"])
        if done % 20 == 0:
            say(f"  … {done} of {len(asked)}")


def _maker(words_of: words.Maker, owner: Any) -> Any:
    slug = slugify(words_of.name)
    maker, is_new = Partner.objects.get_or_create(
        slug=slug,
        defaults={
            "code": slug, "name": words_of.name, "status": Partner.Status.APPROVED,
            "city": words_of.city, "description": words_of.about, "email": owner.email,
            "country": "GH" if words_of.city == "Accra" else "NG",
        },
    )  # fmt: skip
    if is_new:
        Member.objects.create(vendor=maker, user=owner, role=Member.Role.OWNER)
        _ways_of_sending(maker)
    return maker


def _ways_of_sending(maker: Any) -> None:
    for place, (code, name, naira, low, high) in enumerate(
        (("standard", "Standard delivery", 2500, 2, 5), ("express", "Express courier", 6000, 1, 2))
    ):
        method = VendorShippingMethod.objects.create(
            vendor=maker, code=code, name=name, min_days=low, max_days=high, position=place
        )
        for currency, amount in _in_currencies(naira).items():
            VendorShippingRate.objects.create(method=method, currency=currency, amount=amount)


def _in_currencies(naira: int) -> dict[str, Decimal]:
    return {
        "NGN": Decimal(naira),
        "USD": Decimal(max(1, round(naira / words.DOLLAR))),
        "GBP": Decimal(max(1, round(naira / words.POUND))),
    }


def _category(name: str) -> Any:
    slug = slugify(name)
    return Category.objects.filter(slug=slug).first() or Category.add_root(name=name, slug=slug)


def _plans(number: int, maker: Any) -> Iterator[dict[str, Any]]:
    for place in range(PER_MAKER):
        cut = words.CUTS[(place + number * 3) % len(words.CUTS)]
        if maker.name == "Zaria Leather" and place % 2:
            cut = words.CUTS[12 + place // 2 % 2]
        fabric = words.FABRICS[maker.name][place % 2]
        title = f"{words.NAMES[(place + number * 7) % len(words.NAMES)]} {fabric} {cut.called}"
        seed_of = number * 100 + place
        yield {
            "maker": maker, "cut": cut, "fabric": fabric, "place": place, "title": title,
            "reference": f"demo-{seed_of}",
            "wanted": Wanted(title, fabric, seed_of, cut.garment),
        }  # fmt: skip


def _garment(plan: dict[str, Any], found: Drawn, categories: dict[str, Any], at: datetime) -> None:
    cut, place, fabric = plan["cut"], plan["place"], plan["fabric"]
    alt = alt_text(cut.garment, fabric)
    picture = pictures.keep(plan["wanted"], found, alt=alt)
    facts: ProductFacts = {
        "title": plan["title"],
        "description": f"<p>{alt}, made by {plan['maker'].name} in "
        f"{plan['maker'].city}. Wash cold, dry in the shade.</p>",
        "product_class": "Clothes",
        "categories": [categories[cut.category]],
        "options": {"size": "Size"},
        "variants": [_variant(cut, place, size, n) for n, size in enumerate(cut.sizes)],
        "attributes": {
            "material": fabric,
            "occasion": words.OCCASIONS[place % len(words.OCCASIONS)],
            "fit": ("Slim", "Regular", "Loose")[place % 3],
        },
        "images": [ImageFacts(picture=picture, alt=alt)],
        "import_reference": plan["reference"],
        "popularity": (place * 37) % 100,
    }
    moment = at - timedelta(hours=plan["wanted"].seed)
    products.create_product(vendor=plan["maker"], facts=facts, by=None, at=moment, is_live=True)


def _variant(cut: words.Cut, place: int, size: str, number: int) -> VariantFacts:
    naira = cut.price + place % 5 * 1_500 + number * 500
    reduced = place % 6 == 0
    prices: dict[str, PriceFacts | None] = {
        currency: PriceFacts(amount, amount * 5 / 4 if reduced else None)
        for currency, amount in _in_currencies(naira).items()
    }
    stock = 0 if place % 19 == 18 else 2 if place % 9 == 8 else 12 + number
    return VariantFacts(options={"size": size}, prices=prices, stock=stock)


def _collections() -> None:
    for place, (slug, (title, text)) in enumerate(words.COLLECTIONS.items()):
        collection, is_new = Collection.objects.get_or_create(
            slug=slug, defaults={"title": title, "description": text, "position": place}
        )
        if is_new:
            chosen = _members(slug)
            CollectionMember.objects.bulk_create(
                [
                    CollectionMember(collection=collection, product=each, position=n)
                    for n, each in enumerate(chosen)
                ]
            )


@transaction.atomic
def _collection_by_rule(at: datetime) -> None:
    slug, title, text, most = words.UNDER
    if Collection.objects.filter(slug=slug).exists():
        return
    facts: collections.CollectionFacts = {
        "slug": slug, "title": title, "description": text, "position": len(words.COLLECTIONS),
        "sort": "popularity",
    }  # fmt: skip
    made = collections.create_collection(facts=facts, by=None, at=at)
    price = {"amount": most, "currency": "NGN"}
    cheap = {"field": "price", "operator": "at_most", "value": price}
    rule = {"match": "all", "conditions": [cheap]}
    rules.set_rule(collection_id=made.pk, rule=rule, by=None, at=at)
    first = made.members.order_by("product_id").first()
    if first is not None:
        picks.pin(collection_id=made.pk, product_id=first.product_id, by=None, at=at)


def _members(slug: str) -> list[Any]:
    live = Product.objects.canonical().order_by("pk")
    if slug == "owambe":
        live = live.filter(categories__slug__in=("kaftans-and-agbada", "dresses"))
    elif slug == "indigo-stories":
        live = live.filter(vendor__slug="indigo-yard")
    elif slug == "new-makers":
        live = live.filter(vendor__slug__in=("zaria-leather", "mama-efua-prints"))
    else:
        live = live.filter(categories__slug__in=("jackets", "headwear"))
    return list(live[:16])


def _discounts(at: datetime) -> None:
    _offer_of_the_season()
    if Voucher.objects.filter(code="WELCOME10").exists():
        return
    everything = Range.objects.create(name="Everything", includes_all_products=True)
    offer = ConditionalOffer.objects.create(
        name="Ten per cent off your first order",
        offer_type=ConditionalOffer.VOUCHER,
        condition=Condition.objects.create(range=everything, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(range=everything, type=Benefit.PERCENTAGE, value=10),
    )
    voucher = Voucher.objects.create(
        name="Welcome", code="WELCOME10", usage=Voucher.ONCE_PER_CUSTOMER,
        start_datetime=at - timedelta(days=1), end_datetime=at + timedelta(days=3650),
    )  # fmt: skip
    voucher.offers.add(offer)


def _offer_of_the_season() -> None:
    name = "Rainy season: fifteen per cent off"
    if ConditionalOffer.objects.filter(name=name).exists():
        return
    season = Range.objects.create(name="Rainy season")
    season.included_collections.add(Collection.objects.get(slug="rainy-season"))
    ConditionalOffer.objects.create(
        name=name,
        condition=Condition.objects.create(range=season, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(range=season, type=Benefit.PERCENTAGE, value=15),
    )

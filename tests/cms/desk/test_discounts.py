"""Staff make vouchers and offers; what they say is what a basket gets."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from commerce.basket.selectors.access import Caller
from commerce.basket.services import lines, opening, vouchers
from commerce.catalogue.models import Collection, CollectionMember
from commerce.checkout.selectors import quotes
from commerce.checkout.services import preparing
from commerce.offer.models import Benefit, Condition, ConditionalOffer, Range
from commerce.offer.selectors.terms import terms_of
from commerce.offer.terms import Terms
from commerce.voucher.models import Voucher
from common.models import AuditEntry
from tests.factories import make_product, make_user, make_vendor
from tests.factories.orders import make_order

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
VOUCHERS, OFFERS = "/admin/desk_vouchers", "/admin/desk_offers"


def when(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")


def voucher_said(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Welcome", "code": "welcome10", "usage": "Multi-use", "max_uses": "",
        "start_datetime": when(-1), "end_datetime": when(30), "kind": "percentage",
        "value": "10", "currency": "", "scope": "all", "vendor": "", "collection": "", **changes,
    }  # fmt: skip


def offer_said(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Spring", "description": "", "status": "Open", "start_datetime": "",
        "end_datetime": "", "max_global_applications": "", "kind": "percentage", "value": "20",
        "currency": "", "scope": "all", "vendor": "", "collection": "", **changes,
    }  # fmt: skip


def discount(products: list[Any], code: str = "", quantity: int = 2) -> Decimal:
    """Return what a shopper saves on so many of each product."""
    caller = Caller(user=make_user())
    basket = opening.open_basket(user=caller.user, currency="NGN").basket
    frame = {"basket_id": basket.public_id, "caller": caller}
    for product in products:
        lines.add_line(**frame, sku=product.stockrecords.get().sku, quantity=quantity)
    if code:
        vouchers.apply_voucher(**frame, code=code)
    checkout = preparing.open_checkout(**frame, given={"email": caller.user.email})
    return Decimal(quotes.quote(checkout=checkout, user=caller.user).sum("discount"))


def test_a_voucher_gives_what_it_says_on_what_it_says(signed_in: SignIn) -> None:
    client, product, other = signed_in("Merchandisers"), make_product(), make_product()
    assert client.get(f"{VOUCHERS}/new/").status_code == 200
    answer = client.post(f"{VOUCHERS}/new/", voucher_said())
    voucher = Voucher.objects.get(code="WELCOME10")
    assert answer["Location"] == f"{VOUCHERS}/inspect/{voucher.pk}/"
    assert "10 % off everything" in client.get(answer["Location"]).content.decode()
    assert discount([product, other], "WELCOME10") == Decimal("4000.00")
    form = f"{VOUCHERS}/edit/{voucher.pk}/"
    assert client.get(form).status_code == 200
    client.post(form, voucher_said(scope="vendor", vendor=product.vendor_id))
    assert discount([product, other], "WELCOME10") == Decimal("2000.00")
    amount = {"kind": "fixed", "value": "1500", "currency": "NGN"}
    client.post(form, voucher_said(name="Hello", **amount))
    offer = voucher.offers.get()
    assert (offer.name, offer.currency) == ("Hello", "NGN")
    assert discount([product, other], "WELCOME10") == Decimal("1500.00")
    kept = [each.action for each in AuditEntry.objects.order_by("id")]
    assert kept == ["voucher.created", "voucher.changed", "voucher.changed"]
    assert Range.objects.count() == Condition.objects.count() == Benefit.objects.count() == 1


def test_an_offer_is_for_everybody_until_it_is_suspended(signed_in: SignIn) -> None:
    client, product, other = signed_in("Merchandisers"), make_product(), make_product()
    best = Collection.objects.create(title="Best", slug="best")
    CollectionMember.objects.create(collection=best, product=product)
    client.post(f"{OFFERS}/new/", offer_said(scope="collection", collection=best.pk))
    offer = ConditionalOffer.objects.get()
    assert terms_of(offer) == Terms("percentage", Decimal(20), "collection", best.pk)
    assert discount([product, other]) == Decimal("4000.00")
    assert "20 % off Best" in client.get(f"{OFFERS}/").content.decode()
    assert "20 % off Best" in client.get(f"{OFFERS}/inspect/{offer.pk}/").content.decode()
    form = f"{OFFERS}/edit/{offer.pk}/"
    assert client.get(form).status_code == 200
    client.post(form, offer_said(status="Suspended", scope="collection", collection=best.pk))
    assert discount([product, other]) == Decimal(0)
    client.post(form, offer_said(max_global_applications="1"))
    make_order(vendors=(make_vendor(),), method="test")
    offer.refresh_from_db()
    assert offer.num_applications == 1
    page = client.get(f"{OFFERS}/inspect/{offer.pk}/").content.decode()
    assert "1 / 1" in page and offer.applications.get().order.number in page
    assert discount([product, other]) == Decimal(0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": "0"}, {"value": "101"}, {"value": "-1"}, {"value": "x"}, {"code": "two words"},
        {"code": ""}, {"kind": "fixed"}, {"kind": "fixed", "currency": "ZZZ"},
        {"scope": "vendor"}, {"scope": "vendor", "vendor": "x"}, {"scope": "collection", "collection": "999999"}, {"max_uses": "0"},
        {"end_datetime": "2001-01-01 00:00"}, {"name": "a\x00b"}, {"usage": "often"},
        {"value": "1e400"}, {"max_uses": "99999999999999999999"}, {"code": "TAKEN"},
        {"name": "Taken"}, {"name": "An offer"},
    ],
)  # fmt: skip
def test_a_senseless_voucher_is_refused_in_words(signed_in: SignIn, wrong: Any) -> None:
    client = signed_in("admin")
    client.post(f"{VOUCHERS}/new/", voucher_said(name="Taken", code="TAKEN"))
    client.post(f"{OFFERS}/new/", offer_said(name="An offer"))
    assert Voucher.objects.count() == 1 and ConditionalOffer.objects.count() == 2
    answer = client.post(f"{VOUCHERS}/new/", voucher_said(**wrong))
    assert answer.status_code == 200 and "error" in answer.content.decode()
    assert Voucher.objects.count() == 1 and ConditionalOffer.objects.count() == 2
    assert Range.objects.count() == 2


def test_limits_never_fall_below_the_uses(signed_in: SignIn) -> None:
    client = signed_in("admin")
    client.post(f"{VOUCHERS}/new/", voucher_said())
    voucher = Voucher.objects.get()
    Voucher.objects.update(num_orders=3)
    form = f"{VOUCHERS}/edit/{voucher.pk}/"
    for wrong in ({"max_uses": "2"}, {"usage": "Single use"}):
        answer = client.post(form, voucher_said(**wrong))
        assert answer.status_code == 200 and "used" in answer.content.decode()
    client.post(f"{OFFERS}/new/", offer_said())
    offer = ConditionalOffer.objects.get(name="Spring")
    ConditionalOffer.objects.filter(pk=offer.pk).update(num_applications=3)
    answer = client.post(f"{OFFERS}/edit/{offer.pk}/", offer_said(max_global_applications="2"))
    assert "used 3 times already" in answer.content.decode()
    voucher.refresh_from_db()
    offer.refresh_from_db()
    assert (voucher.max_uses, voucher.usage) == (None, "Multi-use")
    assert offer.max_global_applications is None


def test_rules_the_form_cannot_say_stay_and_shared_ones_are_left_alone(signed_in: SignIn) -> None:
    client = signed_in("admin")
    shared = Range.objects.create(name="Everything", includes_all_products=True)
    two = Condition.objects.create(range=shared, type=Condition.COUNT, value=2)
    one = Condition.objects.create(range=shared, type=Condition.COUNT, value=1)
    gift = Benefit.objects.create(range=shared, type=Benefit.MULTIBUY)
    tenth = Benefit.objects.create(range=shared, type=Benefit.PERCENTAGE, value=10)
    odd = ConditionalOffer.objects.create(name="Odd", condition=two, benefit=gift)
    plain = ConditionalOffer.objects.create(name="Plain", condition=one, benefit=tenth)
    form = client.get(f"{OFFERS}/edit/{odd.pk}/").content.decode()
    assert "rules that this form cannot say" in form and 'name="value"' not in form
    client.post(f"{OFFERS}/edit/{odd.pk}/", offer_said(name="Odder", value="50"))
    odd.refresh_from_db()
    assert (odd.name, odd.benefit, odd.condition) == ("Odder", gift, two)
    client.post(f"{OFFERS}/edit/{plain.pk}/", offer_said(name="Plain", value="50"))
    plain.refresh_from_db()
    tenth.refresh_from_db()
    assert (plain.benefit.value, tenth.value) == (50, 10)
    assert plain.benefit.range_id != shared.pk


def test_who_may_not_make_discounts_makes_none(signed_in: SignIn) -> None:
    signed_in("admin").post(f"{VOUCHERS}/new/", voucher_said())
    voucher = Voucher.objects.get()
    finance = signed_in("Finance")
    page = finance.get(f"{VOUCHERS}/inspect/{voucher.pk}/").content.decode()
    assert "WELCOME10" in page and f"{VOUCHERS}/edit/" not in page
    assert f"{VOUCHERS}/new/" not in finance.get(f"{VOUCHERS}/").content.decode()
    for client in (finance, signed_in("Operations"), signed_in("Editors")):
        for path in (f"{VOUCHERS}/new/", f"{VOUCHERS}/edit/{voucher.pk}/"):
            assert client.post(path, voucher_said(name="Mine", code="MINE")).status_code == 302
        assert client.post(f"{OFFERS}/new/", offer_said()).status_code == 302
        assert client.post(f"{VOUCHERS}/delete/{voucher.pk}/").status_code == 302
    assert Voucher.objects.get().code == "WELCOME10"
    assert ConditionalOffer.objects.count() == 1

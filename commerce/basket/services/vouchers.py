"""Vouchers come and go."""

from django.db.models import F
from django.utils import timezone

from commerce.basket.exceptions import UnknownVoucher, VoucherNotApplicable, VoucherNotUsable
from commerce.basket.models import Basket
from commerce.basket.selectors import baskets
from commerce.basket.selectors.access import Caller
from commerce.basket.services.editing import editing, touch
from commerce.voucher.models import Voucher
from commerce.voucher.selectors import vouchers
from common.exceptions import NotFound


def apply_voucher(
    *, basket_id: str, caller: Caller, code: str, version: int | None = None
) -> Basket:
    """Put a voucher on the basket; one that is on it already stays.

    :raises UnknownVoucher: when no voucher has this code.
    :raises VoucherNotUsable: when this buyer cannot use it now.
    :raises VoucherNotApplicable: when it takes nothing off this basket.
    """
    with editing(basket_id=basket_id, caller=caller, version=version) as basket:
        wanted = _named(code)
        found = (
            vouchers.judged(user=caller.user, basket=basket).filter(code=wanted).first()
            if wanted
            else None
        )
        if found is None:
            raise UnknownVoucher(f"No voucher has the code {code}.", pointer="/code")
        if (reason := vouchers.reason_against(voucher=found, at=timezone.now())) is not None:
            raise VoucherNotUsable(reason, pointer="/code")
        if not basket.vouchers.filter(pk=found.pk).exists():
            _put_on(basket, found, caller)
    return basket


def remove_voucher(
    *, basket_id: str, caller: Caller, code: str, version: int | None = None
) -> Basket:
    """Take a voucher off the basket.

    :raises NotFound: when it is not on it.
    """
    with editing(basket_id=basket_id, caller=caller, version=version) as basket:
        held = {voucher.code: voucher for voucher in basket.vouchers.all()}
        if _named(code) not in held:
            raise NotFound
        basket.vouchers.remove(held[_named(code)])
        touch(basket)
    return basket


def _named(code: str) -> str:
    return code.strip().upper()


def _put_on(basket: Basket, voucher: Voucher, caller: Caller) -> None:
    basket.vouchers.add(voucher)
    baskets.priced(basket=basket, user=caller.user)
    if not _gives(basket, voucher):
        raise VoucherNotApplicable(
            "Nothing in the basket earns this voucher's discount.", pointer="/code"
        )
    Voucher.objects.filter(pk=voucher.pk).update(num_basket_additions=F("num_basket_additions") + 1)
    touch(basket)


def _gives(basket: Basket, voucher: Voucher) -> bool:
    return any(
        applied["voucher"] is not None and applied["voucher"].pk == voucher.pk
        for applied in basket.offer_applications
    )

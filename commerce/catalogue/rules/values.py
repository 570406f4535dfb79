"""What each field of a rule may be compared with, and how."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings

from commerce.catalogue.exceptions import RuleValueRefused

type Reader = Callable[[Any, str], Any]
MAX_VALUES = 100
MAX_TEXT = 200
MAX_ID = 2**63 - 1
MAX_DAYS = 3_650
MAX_PIECES = 2_147_483_647
_AMOUNT = re.compile(r"[0-9]+(\.[0-9]{1,2})?", re.ASCII)
_DIGITS = 12
_CODE = re.compile(r"[A-Za-z0-9_-]{1,128}", re.ASCII)


def _ids(value: Any, pointer: str) -> list[int]:
    return [_id(each, pointer) for each in _several(value, pointer)]


def _id(value: Any, pointer: str) -> int:
    if type(value) is not int or not 0 < value <= MAX_ID:
        raise RuleValueRefused("Choose at least one that exists.", pointer=pointer)
    return value


def _texts(value: Any, pointer: str) -> list[str]:
    return [_text(each, pointer) for each in _several(value, pointer)]


def _text(value: Any, pointer: str) -> str:
    text = " ".join(value.split()) if type(value) is str else ""
    if not 0 < len(text) <= MAX_TEXT or not text.isprintable():
        raise RuleValueRefused(f"Name values of 1 to {MAX_TEXT} letters.", pointer=pointer)
    return text


def _several(value: Any, pointer: str) -> list[Any]:
    if type(value) is not list or not 0 < len(value) <= MAX_VALUES:
        raise RuleValueRefused(f"Choose 1 to {MAX_VALUES} values.", pointer=pointer)
    return [each for n, each in enumerate(value) if each not in value[:n]]


def _coded(value: Any, pointer: str) -> dict[str, Any]:
    if type(value) is not dict or set(value) != {"code", "values"}:
        raise RuleValueRefused("Say which, and its values.", pointer=pointer)
    code = value["code"]
    if type(code) is not str or not _CODE.fullmatch(code):
        raise RuleValueRefused("Choose which.", pointer=f"{pointer}/code")
    return {"code": code, "values": _texts(value["values"], f"{pointer}/values")}


def _money(value: Any, pointer: str) -> dict[str, str]:
    if type(value) is not dict or set(value) != {"amount", "currency"}:
        raise RuleValueRefused("Say an amount and its currency.", pointer=pointer)
    amount, currency = value["amount"], value["currency"]
    if type(amount) is not str or not _AMOUNT.fullmatch(amount):
        raise RuleValueRefused("Write the amount like 50000.00.", pointer=f"{pointer}/amount")
    if currency not in settings.SHOP_CURRENCIES:
        raise RuleValueRefused("The shop does not sell in it.", pointer=f"{pointer}/currency")
    whole, _, cents = amount.partition(".")
    if len(whole) > _DIGITS:
        said = f"An amount has at most {_DIGITS} digits before the point."
        raise RuleValueRefused(said, pointer=f"{pointer}/amount")
    return {"amount": f"{int(whole)}.{cents:0<2}", "currency": currency}


def _number(least: int, most: int) -> Reader:
    def read(value: Any, pointer: str) -> int:
        if type(value) is not int or not least <= value <= most:
            raise RuleValueRefused(f"Write a number from {least} to {most}.", pointer=pointer)
        return value

    return read


def _truth(value: Any, pointer: str) -> bool:
    if type(value) is not bool:
        raise RuleValueRefused("Say yes or no.", pointer=pointer)
    return value


def _availability(value: Any, pointer: str) -> str:
    if type(value) is not str or value not in ("in_stock", "out_of_stock"):
        raise RuleValueRefused("Say in stock or out of stock.", pointer=pointer)
    return value


def _each(reader: Reader, *operators: str) -> dict[str, Reader]:
    return dict.fromkeys(operators, reader)


FIELDS: dict[str, dict[str, Reader]] = {
    "category": _each(_ids, "in", "not_in"),
    "vendor": _each(_ids, "in", "not_in"),
    "attribute": _each(_coded, "in", "not_in"),
    "option": _each(_coded, "in", "not_in"),
    "price": _each(_money, "at_most", "at_least"),
    "stock": _each(_availability, "is") | _each(_number(0, MAX_PIECES), "at_most", "at_least"),
    "newness": _each(_number(1, MAX_DAYS), "at_most", "at_least"),
    "tag": _each(_texts, "in", "not_in"),
    "on_sale": _each(_truth, "is"),
    "made_to_measure": _each(_truth, "is"),
}
TIMED = frozenset({"newness", "price", "on_sale"})

"""One cell at a time: text in, value out, or a sentence that says why not."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlsplit

MAX_PRICE = Decimal("9999999999.99")
MAX_COUNT = 2_147_483_647
MAX_URL = 1000
_NUMBER = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?")
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class CellRefused(ValueError):
    """The cell does not hold what its column needs; the message is the sentence to show."""


def price(text: str) -> Decimal:
    """Read an amount such as ``1250``, ``1250.5`` or ``1,250.00``.

    :raises CellRefused: for anything else, below zero, finer than two decimals or too large.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise CellRefused(
            f"{shown(text)} is not an amount; write it like 1250.00, without a currency sign."
        )
    sign, whole, fraction = found.groups()
    if len(fraction or "") > 2:
        raise CellRefused(f"{shown(text)} has more than two decimals.")
    if len(whole) > 20 or (amount := _decimal(whole, fraction)) > MAX_PRICE:
        raise CellRefused(f"{shown(text)} is more than the largest amount, {MAX_PRICE}.")
    if sign and amount:
        raise CellRefused(f"{shown(text)} is below zero.")
    return amount.quantize(Decimal("0.01"))


def count(text: str) -> int:
    """Read a whole number, which may be below zero.

    :raises CellRefused: for anything else or more than 2 147 483 647 either way.
    """
    found = _NUMBER.fullmatch(text)
    if found is None or found[3]:
        raise CellRefused(f"{shown(text)} is not a whole number.")
    digits = found[2].replace(",", "")
    if len(digits) > 20 or int(digits) > MAX_COUNT:
        raise CellRefused(f"{shown(text)} is more than the largest number, {MAX_COUNT}.")
    return -int(digits) if found[1] else int(digits)


def grams(text: str) -> int | None:
    """Read a weight in grams, rounded to whole grams; zero means unknown.

    :raises CellRefused: if it is not a number, below zero or too large.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise CellRefused(f"{shown(text)} is not a weight in grams.")
    whole, fraction = found[2], (found[3] or "")[:6]
    if len(whole) > 20 or (weight := _decimal(whole, fraction)) > MAX_COUNT:
        raise CellRefused(f"{shown(text)} is more than the largest weight, {MAX_COUNT}.")
    if found[1] and weight:
        raise CellRefused(f"{shown(text)} is below zero.")
    return int(weight.quantize(Decimal(1), ROUND_HALF_UP)) or None


def truth(text: str) -> bool:
    """Read true or false (also yes, no, 1, 0, in any case).

    :raises CellRefused: for anything else.
    """
    try:
        return _TRUTHS[text.casefold()]
    except KeyError:
        raise CellRefused(f"{shown(text)} is neither true nor false.") from None


def gtin(text: str) -> str:
    """Read a GTIN-8, -12, -13 or -14 whose check digit is right.

    :raises CellRefused: for anything else.
    """
    digits = text.replace(" ", "").replace("-", "")
    if re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", digits) is None:
        raise CellRefused(f"{shown(text)} is not a GTIN of 8, 12, 13 or 14 digits.")
    weighted = sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(reversed(digits)))
    if weighted % 10:
        raise CellRefused(f"{shown(text)} is not a GTIN: its last digit does not match.")
    return digits


def web_address(text: str) -> str:
    """Read an http or https address by its shape alone.

    :raises CellRefused: for anything else.
    """
    url = f"https:{text}" if text.startswith("//") else text
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or len(url) > MAX_URL or re.search(r"[\s\x00-\x1f\x7f<>\"\\]", url):
        raise CellRefused(f"{shown(text)} is not a web address (http or https).")
    return url


def currency(text: str) -> str:
    """Read an ISO 4217 code such as NGN.

    :raises CellRefused: unless it is three letters.
    """
    if re.fullmatch(r"[A-Za-z]{3}", text) is None:
        raise CellRefused(f"{shown(text)} is not a currency code of three letters.")
    return text.upper()


def printable(text: str) -> str:
    """Give the text on one line with a mark for every character that cannot be printed."""
    if text.isprintable():
        return text
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


def shown(text: str) -> str:
    """Quote a cell for a sentence, on one line and not longer than 40 characters."""
    clean = printable(text)
    return f'"{clean[:39]}…"' if len(clean) > 40 else f'"{clean}"'


def _decimal(whole: str, fraction: str | None) -> Decimal:
    return Decimal(f"{whole.replace(',', '')}.{fraction or '0'}")

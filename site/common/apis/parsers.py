"""JSON in, strictly."""

import json
import math
from collections.abc import Mapping
from typing import Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from common.exceptions import BodyTooLarge

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 32


class StrictJSONParser(BaseParser):
    """Reads an object of UTF-8 JSON: no duplicate keys, NaN, lone surrogates or deep nesting."""

    media_type = "application/json"

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Return the parsed body.

        :raises ParseError: when it is not such JSON.
        :raises BodyTooLarge: when it is longer than 2 MiB.
        """
        raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise BodyTooLarge("Send at most 2 MiB.")
        return self.read(raw)

    def read(self, raw: bytes) -> Any:
        """Return what the bytes say."""
        return parse(raw)


class StrictJSONListParser(StrictJSONParser):
    """Reads an object or an array as strictly, for operations that take many rows at once."""

    def read(self, raw: bytes) -> Any:
        """Return what the bytes say."""
        return parse(raw, is_list_allowed=True)


def parse(raw: bytes, *, is_list_allowed: bool = False) -> Any:
    """Return the JSON object in `raw`; an empty body is an empty object.

    :raises ParseError: when it is not strict JSON.
    """
    if not raw.strip():
        return {}
    try:
        text = raw.decode("utf-8")
        data = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_float=_finite
        )
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ParseError(f"The body is not valid JSON: {_reason(error)}") from None
    _check(data, depth=0)
    if not isinstance(data, dict) and not (is_list_allowed and isinstance(data, list)):
        raise ParseError(f"The body must be a JSON object{' or array' if is_list_allowed else ''}.")
    return data


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply."
    return str(error)[:200]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object.")
    return found


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON.")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError("a number is too large.")
    return number


def _check(value: Any, *, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ParseError("The body is nested too deeply.")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for key, each in value.items():
            _check_text(key)
            _check(each, depth=depth + 1)
    elif isinstance(value, list):
        for each in value:
            _check(each, depth=depth + 1)


def _check_text(text: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ParseError("The body holds half a surrogate pair.")

"""Query parameters: each knows how to read itself strictly and how to describe itself."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from common.apis.pagination import DEFAULT_LIMIT, MAX_LIMIT, read_limit
from common.exceptions import InvalidParameter, UnknownParameter

Schema = dict[str, Any]
Values = Mapping[str, Any]
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LOST = "\ufffd"  # what bytes that are no UTF-8 were read as


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One query parameter; subclasses say what a value is."""

    name: str
    description: str = ""
    default: Any = None
    required: bool = False
    style: ClassVar[dict[str, Any]] = {}

    def read(self, given: Sequence[str]) -> Any:
        """Return the value of what was given for this name.

        :raises InvalidParameter: when it is no such value or stands twice.
        """
        if len(given) != 1:
            raise InvalidParameter(f"{self.name} may be given once only.")
        return self.value(checked(self.name, given[0]))

    def value(self, raw: str) -> Any:
        """Return the value of one text."""
        return raw

    def refused(self, expected: str) -> InvalidParameter:
        """Return the refusal of a value that is not `expected`."""
        return InvalidParameter(f"{self.name} must be {expected}.")

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "string"}

    def openapi(self) -> Schema:
        """Return the parameter object of OpenAPI."""
        schema = self.schema()
        if self.default is not None:
            schema = {**schema, "default": self.default}
        found = {"name": self.name, "in": "query", "required": self.required, "schema": schema}
        found |= self.style
        return {**found, "description": self.description} if self.description else found


@dataclass(frozen=True, kw_only=True)
class Text(Parameter):
    """A text of bounded length without control characters."""

    min_length: int = 0
    max_length: int = 255

    def value(self, raw: str) -> str:
        """Return the text."""
        if not self.min_length <= len(raw) <= self.max_length:
            raise self.refused(f"{self.min_length} to {self.max_length} characters long")
        return raw

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "string", "minLength": self.min_length, "maxLength": self.max_length}


@dataclass(frozen=True, kw_only=True)
class Integer(Parameter):
    """A whole number within bounds."""

    minimum: int = 0
    maximum: int = 2**31 - 1

    def value(self, raw: str) -> int:
        """Return the number."""
        if re.fullmatch(r"-?[0-9]{1,18}", raw) and self.minimum <= int(raw) <= self.maximum:
            return int(raw)
        raise self.refused(f"an integer from {self.minimum} to {self.maximum}")

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "integer", "minimum": self.minimum, "maximum": self.maximum}


@dataclass(frozen=True, kw_only=True)
class DecimalNumber(Parameter):
    """An amount from zero on: up to twelve digits and two decimals."""

    pattern: ClassVar[str] = r"[0-9]{1,12}(\.[0-9]{1,2})?"

    def value(self, raw: str) -> Decimal:
        """Return the amount."""
        if re.fullmatch(self.pattern, raw):
            return Decimal(raw)
        raise self.refused("a decimal such as 12500.00")

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, kw_only=True)
class Flag(Parameter):
    """`true` or `false`."""

    def value(self, raw: str) -> bool:
        """Return the truth value."""
        if raw in ("true", "false"):
            return raw == "true"
        raise self.refused("true or false")

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "boolean"}


@dataclass(frozen=True, kw_only=True)
class Choice(Parameter):
    """One of a few words; a callable answers them late, as settings may change in tests."""

    choices: Sequence[str] | Callable[[], Sequence[str]]

    def words(self) -> Sequence[str]:
        """Return the words."""
        return self.choices() if callable(self.choices) else self.choices

    def value(self, raw: str) -> str:
        """Return the word."""
        if raw in self.words():
            return raw
        raise self.refused(f"one of {', '.join(self.words())}")

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "string", "enum": list(self.words())}


@dataclass(frozen=True, kw_only=True)
class Limit(Parameter):
    """The page size."""

    name: str = "limit"
    default: int = DEFAULT_LIMIT

    def value(self, raw: str) -> int:
        """Return the page size."""
        return read_limit(raw)

    def schema(self) -> Schema:
        """Return the JSON schema of a value."""
        return {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT}


@dataclass(frozen=True, kw_only=True)
class Cursor(Text):
    """The opaque place inside `next` and `previous`."""

    name: str = "cursor"
    min_length: int = 1
    max_length: int = 500
    description: str = "Opaque; taken from `next` or `previous`."


@dataclass(frozen=True, kw_only=True)
class Family(Parameter):
    """Parameters that share a prefix, such as `option.size=M`; each may be repeated (OR)."""

    max_values: int = 50
    style: ClassVar[dict[str, Any]] = {"style": "form", "explode": True}

    def code(self, name: str) -> str | None:
        """Return what follows the prefix in `name`, or None for a name of another family."""
        head, dot, code = name.partition(".")
        return code if dot and head == self.name and 0 < len(code) <= 64 else None

    def read(self, given: Sequence[str]) -> tuple[str, ...]:
        """Return the values of one code, each once."""
        if len(given) > self.max_values:
            raise InvalidParameter(f"{self.name} takes at most {self.max_values} values of a code.")
        found = tuple(dict.fromkeys(checked(self.name, raw) for raw in given))
        if any(not 0 < len(each) <= 128 for each in found):
            raise self.refused("1 to 128 characters long")
        return found

    def schema(self) -> Schema:
        """Return the JSON schema of all codes with their values."""
        value = {"type": "string", "minLength": 1, "maxLength": 128}
        return {
            "type": "object",
            "patternProperties": {
                rf"^{self.name}\.[a-z0-9_-]{{1,64}}$": {
                    "type": "array",
                    "items": value,
                    "maxItems": self.max_values,
                }
            },
            "additionalProperties": False,
        }


def checked(name: str, raw: str) -> str:
    """Return `raw` when it is plain text.

    :raises InvalidParameter: when it holds control characters, or was no UTF-8.
    """
    if _LOST in raw:
        raise InvalidParameter(f"{name[:64]} is not UTF-8.")
    if raw.isprintable() or not _CONTROLS.search(raw):
        return raw
    raise InvalidParameter(f"{name[:64]} holds a control character.")


def read_all(parameters: Sequence[Parameter], query: Any) -> dict[str, Any]:
    """Return the values of a query by parameter name; a family gives `{code: (value, …)}`.

    :raises UnknownParameter: when a name is none of `parameters`.
    :raises InvalidParameter: when a value is not one of its parameter, or a required one lacks.
    """
    plain = {each.name: each for each in parameters if not isinstance(each, Family)}
    families = [each for each in parameters if isinstance(each, Family)]
    found: dict[str, Any] = {each.name: {} for each in families}
    found |= {name: each.default for name, each in plain.items()}
    for name, given in query.lists():
        if name in plain:
            found[name] = plain[name].read(given)
        else:
            family, code = _family_of(families, name)
            found[family.name][code] = family.read(given)
    for each in plain.values():
        if each.required and each.name not in query:
            raise InvalidParameter(f"{each.name} is required.")
    return found


def _family_of(families: Sequence[Family], name: str) -> tuple[Family, str]:
    for each in families:
        code = each.code(name)
        if code is not None:
            return each, code
    raise UnknownParameter(f"There is no parameter {name[:64]!r} here.")

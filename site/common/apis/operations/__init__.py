"""Hot reads, each declared once: routing, strict parameters, conditional answers, OpenAPI."""

from common.apis.operations.answers import NO_STORE, PUBLIC, Answer
from common.apis.operations.operation import Operation
from common.apis.operations.parameters import (
    Choice,
    Cursor,
    DecimalNumber,
    Family,
    Flag,
    Integer,
    Limit,
    Parameter,
    Text,
    Values,
)

__all__ = [
    "NO_STORE",
    "PUBLIC",
    "Answer",
    "Choice",
    "Cursor",
    "DecimalNumber",
    "Family",
    "Flag",
    "Integer",
    "Limit",
    "Operation",
    "Parameter",
    "Text",
    "Values",
]

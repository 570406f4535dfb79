"""In which order the values of an option stand, and the colours that stand for names."""

import re

LAST = 32_000
UNKNOWN = 100
_LETTERS = ("xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "4xl", "5xl", "6xl")
_SPOKEN = {
    "extra small": "xs",
    "x-small": "xs",
    "small": "s",
    "medium": "m",
    "large": "l",
    "extra large": "xl",
    "x-large": "xl",
    "2xl": "xxl",
    "xx-large": "xxl",
    "3xl": "xxxl",
}
_TYPES = {"color": 0, "size": 1, "length": 2, "material": 3}
SWATCHES = {
    "black": "#1b1a1a",
    "white": "#fafafa",
    "ivory": "#f3ead8",
    "cream": "#f0e4c8",
    "sand": "#d8c3a0",
    "camel": "#b98a55",
    "brown": "#6a4327",
    "coffee": "#4a3022",
    "red": "#b3201f",
    "burgundy": "#6d1527",
    "wine": "#6b1730",
    "coral": "#ef7058",
    "orange": "#e27021",
    "rust": "#a4451f",
    "yellow": "#f1c232",
    "mustard": "#c9971c",
    "gold": "#c79a3b",
    "green": "#2f7d4f",
    "olive": "#6b6a32",
    "emerald": "#0f7a5a",
    "teal": "#16737a",
    "blue": "#2560a8",
    "indigo": "#26306f",
    "navy": "#1c2746",
    "cobalt": "#1f45a5",
    "purple": "#66398a",
    "lilac": "#b59ad0",
    "pink": "#e58fae",
    "fuchsia": "#c42a7c",
    "grey": "#8a8a8a",
    "charcoal": "#3b3d40",
    "silver": "#c3c6c9",
    "terracotta": "#b65c3a",
}


def position_of_type(code: str) -> int:
    """Return where an option stands among options; unknown ones come last."""
    return _TYPES.get(code, 10)


def position_of_value(value: str) -> int:
    """Return where a value stands: letters by size, then names, then numbers upwards."""
    text = " ".join(value.casefold().split())
    text = _SPOKEN.get(text, text)
    if text in _LETTERS:
        return 10 + _LETTERS.index(text)
    number = re.fullmatch(r"(?:[a-z]{2} ?)?(\d{1,4}(?:\.\d)?)(?: ?cm| ?ml)?", text)
    return min(200 + int(float(number[1]) * 10), LAST) if number else UNKNOWN


def swatch_of(value: str) -> str:
    """Return the colour a name stands for as `#rrggbb`, or nothing."""
    words = re.findall(r"[a-z]+", value.casefold())
    return next((SWATCHES[word] for word in reversed(words) if word in SWATCHES), "")

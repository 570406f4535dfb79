"""Words: folded, cut and compared the same way on every PostgreSQL."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

Places = dict[str, list[str]]
MAX_WORD = 40
MAX_QUERY_WORDS = 8
_WORD = re.compile(r"[a-z0-9]+")
_FEMININE = re.compile(r"^(.{4,}e|.?[aeiouy].e|.{3,}ier)e(s?)$")
_LIGATURES = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)


def folded(text: str) -> str:
    """Return the text in lower case without accents (`Àdìrẹ` is `adire`)."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    # Letters of mathematics and the like have no small ones before they are normalised.
    return "".join(each for each in plain.casefold() if not unicodedata.combining(each))


def unmarked(word: str) -> str:
    """Return a folded word without the `e` that only accents tell from the stem in French.

    `brodees` is `brodes`, `premieres` is `premiers`; `trees` and `three` stay as they are.
    """
    return _FEMININE.sub(r"\1\2", word)


def stem(word: str) -> str:
    """Return the folded word without the ending of an English or French plural or a French `ée`."""
    word = unmarked(word)
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def words_of(text: str) -> list[str]:
    """Return the stemmed words of a text in their order; other scripts give their letters."""
    return [stem(each)[:MAX_WORD] for each in _tokens(folded(text))]


def spellings(text: str) -> list[str]:
    """Return the words of a text a blank apart: without accents, then as written if that differs.

    They keep the endings they have, but for what accents tell of them (`unmarked`).
    """
    written = unicodedata.normalize("NFC", text.casefold())
    plain = [unmarked(each) for each in _tokens(folded(text))]
    ways = (" ".join(each[:MAX_WORD] for each in way) for way in (plain, _tokens(written)))
    return list(dict.fromkeys(ways))


def query_words(text: str) -> list[str]:
    """Return the first words of what a shopper typed, each once."""
    return list(dict.fromkeys(words_of(text)))[:MAX_QUERY_WORDS]


def _tokens(text: str) -> list[str]:
    if text.isascii():
        return _WORD.findall(text)
    return re.findall(r"[^\W_]+", text)


def places(sections: Iterable[tuple[str, Iterable[str]]], *, most: int = 2000) -> Places:
    """Return where each word stands in sections of (weight, texts): weights A to C, in order."""
    found: Places = {}
    place = 0
    for weight, texts in sections:
        for text in texts:
            for word in words_of(text):
                place += 1
                if place <= most:
                    found.setdefault(word, []).append(f"{place}{weight}")
            place += 1
    return found


def vector(found: Places, *, told: Iterable[str] = ()) -> str:
    """Return the text of a tsvector of words at their places.

    Words that are `told` and stand nowhere else have no place, which ranks below every weight: a
    long story outranks no name, however often it repeats one.
    """
    every: Places = {**{word: [] for word in told}, **found}
    return " ".join(_lexeme(word, at[:16]) for word, at in sorted(every.items()))


def _lexeme(word: str, at: Sequence[str]) -> str:
    return f"'{word}':{','.join(at)}" if at else f"'{word}'"


def query(groups: Sequence[Sequence[str]]) -> str:
    """Return the text of a tsquery: one of each group must begin a word."""
    return " & ".join("(" + " | ".join(f"'{word}':*" for word in group) + ")" for group in groups)


def trigrams(word: str) -> list[str]:
    """Return the trigrams of a word: two blanks before it, one behind."""
    padded = f"  {word} "
    return sorted({padded[i : i + 3] for i in range(len(padded) - 2)})


def similarity(one: str, other: str) -> float:
    """Return the share of trigrams that two words have in common, 0 to 1."""
    ours, theirs = set(trigrams(one)), set(trigrams(other))
    return len(ours & theirs) / len(ours | theirs)

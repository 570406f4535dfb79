"""What a shopper meant: a word that nothing begins with gives way to its nearest neighbours."""

from typing import Any

from django.db import connection

from commerce.storefront.search import words

MIN_CORRECTED = 4
MIN_SIMILARITY = 0.15
CANDIDATES = 40
NEIGHBOURS = 3
_COMMON = "(SELECT count(*) FROM unnest(w.trigrams) g WHERE g = ANY(%s::varchar[]))"
_BEGUN = """
   FROM storefront_searchword w
   WHERE w.locale = %s AND w.trigrams @> %s::varchar[] AND starts_with(w.word, %s)
"""
_KNOWN = f"""
  (SELECT %s::int AS place, true AS known, w.word, 1.0::float AS likeness, w.weight
   {_BEGUN} LIMIT 1)
"""
_NEAR = f"""
  (SELECT %s::int, false, n.word, n.common / (n.size + %s - n.common), n.weight FROM (
     SELECT w.word, w.weight, {_COMMON}::float AS common, cardinality(w.trigrams) AS size
     FROM storefront_searchword w
     WHERE NOT EXISTS (SELECT {_BEGUN}) AND w.locale = %s AND w.trigrams && %s::varchar[]
       AND char_length(w.word) BETWEEN %s AND %s
   ) n WHERE n.common / (n.size + %s - n.common) >= %s
   ORDER BY 4 DESC, n.weight DESC, n.word LIMIT %s)
"""


def meant(text: str, *, locale: str) -> tuple[tuple[str, ...], ...]:
    """Return for each word of the text what to look for: itself, or its nearest known words."""
    asked = words.query_words(text)
    long = [word for word in asked if len(word) >= MIN_CORRECTED]
    found = _lookup(long, locale) if long else {}
    return tuple((word,) if word not in found else _nearest(word, found[word]) for word in asked)


def _lookup(asked: list[str], locale: str) -> dict[str, list[tuple[str, float, int]]]:
    parts: list[str] = []
    params: list[Any] = []
    for place, word in enumerate(asked):
        grams = words.trigrams(word)
        begins = [gram for gram in grams if not gram.endswith(" ")]
        parts += [_KNOWN, _NEAR]
        begun = [locale, begins, word]
        params += [place, *begun]
        reach = distance_allowed(word)
        params += [place, len(grams), grams, *begun]
        params += [locale, grams, len(word) - reach, len(word) + reach]
        params += [len(grams), MIN_SIMILARITY, CANDIDATES]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        rows = cursor.fetchall()
    known = {row[0] for row in rows if row[1]}
    return {
        word: [(row[2], row[3], row[4]) for row in rows if row[0] == place]
        for place, word in enumerate(asked)
        if place not in known
    }


def _nearest(word: str, candidates: list[tuple[str, float, int]]) -> tuple[str, ...]:
    reach = distance_allowed(word)
    scored = [
        (distance(word, other), -likeness, -weight, other) for other, likeness, weight in candidates
    ]
    near = sorted(each for each in scored if each[0] <= reach)
    best = [each for each in near if each[0] == near[0][0]]
    return tuple(each[3] for each in best[:NEIGHBOURS]) or (word,)


def distance_allowed(word: str) -> int:
    """Return how many slips of the finger a word of this length may hold."""
    return 1 if len(word) < 6 else 2


def distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance: inserted, lost, wrong and swapped letters."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]

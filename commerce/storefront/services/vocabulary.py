"""The words that stand in documents, kept so that a mistyped one finds its neighbour."""

import re
from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction

from commerce.storefront.models import ProductDocument, SearchWord
from commerce.storefront.search import words

MIN_WORD = 3
BATCH = 2000
# Many may learn at once, and nobody while somebody forgets; searches never wait.
_LEARNING, _FORGETTING = "ROW EXCLUSIVE", "SHARE ROW EXCLUSIVE"
_LEXEME = re.compile(r"'([^']+)'")


@transaction.atomic
def learn(*, documents: Iterable[ProductDocument]) -> None:
    """Add the words of freshly composed documents."""
    _lock(_LEARNING)
    found = Counter(
        (each.locale, word)
        for each in documents
        for word in _LEXEME.findall(str(each.search))
        if worth_knowing(word)
    )
    known = set(
        SearchWord.objects.filter(word__in={word for _, word in found}).values_list(
            "locale", "word"
        )
    )
    SearchWord.objects.bulk_create(
        [_row(*key, count) for key, count in sorted(found.items()) if key not in known],
        ignore_conflicts=True,
    )


def worth_knowing(word: str) -> bool:
    """Return whether a word may be what somebody meant."""
    return len(word) >= MIN_WORD and not word.isdecimal()


def recount() -> int:
    """Make the words and their weights those of the stored documents; return how many there are.

    Nobody who learns words waits while they are counted, only while those are forgotten that no
    document has any more.
    """
    wanted = _wanted()
    known = {(each.locale, each.word): each for each in SearchWord.objects.all()}
    new = [_row(*key, weight) for key, weight in wanted.items() if key not in known]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True, batch_size=BATCH)
    moved = [each for key, each in known.items() if wanted.get(key, each.weight) != each.weight]
    for each in moved:
        each.weight = wanted[each.locale, each.word]
    SearchWord.objects.bulk_update(moved, ["weight"], batch_size=BATCH)
    _forget([each.pk for key, each in known.items() if key not in wanted])
    return len(wanted)


def _wanted() -> dict[tuple[str, str], int]:
    locales = list(ProductDocument.objects.values_list("locale", flat=True).distinct())
    counted = ((locale, *each) for locale in locales for each in _counted(locale))
    return {(locale, word): weight for locale, word, weight in counted if worth_knowing(word)}


@transaction.atomic
def _forget(ids: list[int]) -> None:
    """Delete words, but for those that a document has got since they were counted."""
    if not ids:
        return
    _lock(_FORGETTING)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM storefront_searchword w WHERE id = ANY(%s) AND NOT EXISTS ("
            " SELECT 1 FROM storefront_productdocument d WHERE d.locale = w.locale"
            " AND d.search @@ quote_literal(w.word)::tsquery)",
            [ids],
        )


def _lock(mode: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {SearchWord._meta.db_table} IN {mode} MODE")


def _counted(locale: str) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, count(DISTINCT product_id) FROM storefront_productdocument "
            "CROSS JOIN LATERAL unnest(tsvector_to_array(search)) AS word "
            "WHERE locale = %s GROUP BY word ORDER BY word",
            [locale],
        )
        return list(cursor.fetchall())


def _row(locale: str, word: str, weight: int) -> SearchWord:
    return SearchWord(locale=locale, word=word, trigrams=words.trigrams(word), weight=weight)

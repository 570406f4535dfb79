"""The words that stand in documents, kept so that a mistyped one finds its neighbour."""

import re
from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction

from commerce.storefront.models import ProductDocument, SearchWord
from commerce.storefront.search import words

MIN_WORD = 3
_LEXEME = re.compile(r"'([^']+)':")


def learn(*, documents: Iterable[ProductDocument]) -> None:
    """Add the words of freshly composed documents."""
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


@transaction.atomic
def recount() -> int:
    """Make the words and their weights those of the stored documents; return how many there are."""
    rows = []
    for locale in ProductDocument.objects.values_list("locale", flat=True).distinct():
        rows += [
            _row(locale, word, weight) for word, weight in _counted(locale) if worth_knowing(word)
        ]
    SearchWord.objects.all().delete()
    SearchWord.objects.bulk_create(rows, batch_size=2000)
    return len(rows)


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

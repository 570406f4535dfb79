"""Words that no product has any more are forgotten, and no new one among them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from commerce.storefront.models import SearchWord
from commerce.storefront.services import documents, vocabulary
from commerce.storefront.tasks import recount_words
from tests.factories import make_product

Act = Callable[[], object]


def known() -> set[str]:
    return set(SearchWord.objects.filter(locale="en").values_list("word", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("act", [recount_words, lambda: call_command("projection", "rebuild")])
def test_a_word_that_was_a_mistake_is_known_until_words_are_counted(act: Act) -> None:
    product = make_product(title="Indgo shirt")
    documents.rebuild()
    product.title = "Indigo shirt"
    product.save()
    documents.rebuild()
    assert {"indgo", "indigo"} <= known()
    act()
    assert "indgo" not in known()
    assert "indigo" in known()


def waits(act: Act) -> bool:
    """Say whether somebody else has to wait with this now."""

    def tried() -> bool:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '300ms'")
                act()
        except OperationalError:
            return True
        finally:
            connection.close()
        return False

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(tried).result()


@pytest.mark.django_db
def test_weights_follow_and_words_that_are_not_known_yet_are() -> None:
    for title in ("Linen shirt", "Linen dress"):
        make_product(title=title)
    documents.rebuild()
    SearchWord.objects.filter(word="dress").delete()
    SearchWord.objects.filter(word="linen").update(weight=7)
    vocabulary.recount()
    weights = dict(SearchWord.objects.filter(locale="en").values_list("word", "weight"))
    assert (weights["linen"], weights["dress"]) == (2, 1)


@pytest.mark.django_db
def test_a_word_that_a_document_has_got_meanwhile_stays() -> None:
    make_product(title="Linen shirt")
    documents.rebuild()
    SearchWord.objects.create(locale="en", word="it's", trigrams=["it's"], weight=1)
    vocabulary._forget(list(SearchWord.objects.values_list("pk", flat=True)))
    assert {"linen", "shirt"} <= known()
    assert "it's" not in known()


@pytest.mark.django_db
def test_nobody_learns_while_words_are_forgotten_and_many_learn_and_search_at_once() -> None:
    def learn() -> object:
        return vocabulary.learn(documents=[])

    def forget() -> object:
        return vocabulary._forget([0])

    # What a savepoint locked is free again where it is rolled back.
    with transaction.atomic():
        forget()
        assert waits(learn)
        assert waits(forget)
        assert not waits(known)
        transaction.set_rollback(True)
    with transaction.atomic():
        vocabulary.learn(documents=[])
        assert not waits(learn)
        assert waits(forget)
        transaction.set_rollback(True)
    assert not waits(forget)

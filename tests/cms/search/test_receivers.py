"""Whoever keeps results of searches hears that something else is promoted."""

from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Locale

from cms.home.models import HomePage
from cms.search.models import Promotion
from cms.search.services.promoting import promote
from common.outbox.models import OutboxEvent
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def told() -> list[dict[str, Any]]:
    rows = OutboxEvent.objects.filter(type="search.changed").order_by("pk")
    found = [each.payload for each in rows]
    rows.delete()
    return found


def test_a_promoted_result_is_told_of_with_the_words_it_had(home: HomePage) -> None:
    row = promote(words="Wedding", locale=home.locale, page=home)
    assert told() == [
        {
            "words": ["Wedding"], "locale": "en", "affected": [], "locales": ["en"],
            "menus": [], "site": False, "sitemap": False, "all": False,
        }
    ]  # fmt: skip
    row.words, row.locale = "Mariage", Locale.objects.get_or_create(language_code="fr")[0]
    row.save()
    [renamed] = told()
    assert (renamed["words"], renamed["locales"]) == (["Mariage", "Wedding"], ["en", "fr"])
    row.delete()
    [gone] = told()
    assert "Mariage" in gone["words"]


def test_what_goes_with_its_product_is_told_of(home: HomePage) -> None:
    product = make_product()
    promote(words="shirt", locale=home.locale, product=product)
    told()
    product.delete()
    assert [each["words"] for each in told()] == [["shirt"]]


def test_what_is_not_saved_is_not_told(home: HomePage) -> None:
    with transaction.atomic():
        promote(words="shirt", locale=home.locale, page=home)
        transaction.set_rollback(True)
    assert not Promotion.objects.exists()
    assert told() == []

"""A story translated segment by segment is told like one that was written."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.stories.models import ProductStory
from tests.cms.stories.making import again, opened, quote, seen, sold, texts, told

pytestmark = pytest.mark.django_db


def translate(story: ProductStory, words: dict[str, str]) -> ProductStory:
    french, _ = Locale.objects.get_or_create(language_code="fr")
    source, _ = TranslationSource.update_or_create_from_instance(story)
    for each in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.update_or_create(
            translation_of=each.string,
            context=each.context,
            locale=french,
            defaults={"data": words[each.string.data]},
        )
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=french)
    translation.save_target(publish=False)
    found: ProductStory = translation.get_target_instance().specific
    found.get_latest_revision().publish()
    return again(found)


@pytest.mark.parametrize("is_begun", [False, True])
def test_a_translation_is_the_story_of_its_language(is_begun: bool) -> None:
    product = sold()
    story = told(product, body=[quote("Hello")], washing="wash_30", care_words="Alone")
    begun = opened(product, locale="fr") if is_begun else None
    words = {"Hello": "Bonjour", "Alone": "Seul"}
    french = translate(story, words)
    if begun is not None:
        assert french.pk == begun.pk
    assert (french.product, french.slug, french.title) == (product, story.slug, story.title)
    assert opened(product, locale="fr") == again(french)
    assert texts(product, locale="fr") == ["Bonjour"]
    care = seen(product, locale="fr").json()["content"][-1]["value"]
    assert care["words"] == "Seul"
    assert care["symbols"][0]["label"] == "Lavage en machine à 30 °C"
    assert texts(product) == ["Hello"]


def test_changes_reach_the_translation_when_it_is_brought_up_to_date() -> None:
    product = sold()
    story = told(product, body=[quote("Hello")], washing="wash_30")
    words = {"Hello": "Bonjour", "Bye": "Au revoir"}
    translate(story, words)
    story.body, story.washing = [quote("Bye")], "wash_40"
    story.save_revision().publish()
    assert texts(product, locale="fr") == ["Bonjour"]
    translate(again(story), words)
    assert texts(product, locale="fr") == ["Au revoir"]
    care = seen(product, locale="fr").json()["content"][-1]["value"]
    assert [each["code"] for each in care["symbols"]] == ["wash_40"]

"""The first edit begins a story, once; nobody else's product gets one."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Locale

from cms.stories.exceptions import MayNotWriteStories
from cms.stories.models import ProductStory, StoryShelf
from cms.stories.selectors import stories
from cms.stories.services import opening
from common.exceptions import NotFound
from tests.cms.stories.making import make_editor, opened, quote, sold, told
from tests.factories import make_product, make_user

pytestmark = pytest.mark.django_db


def test_the_first_edit_makes_a_draft_of_this_product_alone() -> None:
    product, editor = make_product(title="Adire shirt"), make_editor()
    make_product()
    assert not StoryShelf.objects.exists()
    story = opened(product, by=editor)
    assert (story.title, story.slug, story.live) == ("Adire shirt", product.public_id, False)
    assert (story.owner, story.latest_revision.user) == (editor, editor)
    assert list(ProductStory.objects.values_list("product", flat=True)) == [product.pk]
    assert opened(product) == story
    assert story.get_parent().numchild == 1


def test_a_further_language_begins_with_what_the_first_says_last() -> None:
    product = sold()
    story = told(product, body=[quote("Live")], washing="wash_30", seo_title="Words")
    story.body = [quote("Later")]
    story.save_revision()
    french = opened(product, locale="fr")
    assert french.body[0].value["text"] == "Later"
    assert (french.washing, french.seo_title, french.live) == ("wash_30", "Words", False)
    assert french.translation_key == story.translation_key
    assert french.get_parent() != story.get_parent()


@pytest.mark.parametrize("group", ["Operations", "Support", "Finance"])
def test_who_writes_no_pages_begins_no_story(group: str) -> None:
    product = make_product()
    with pytest.raises(MayNotWriteStories):
        opened(product, by=make_editor(group))
    with pytest.raises(MayNotWriteStories):
        opened(product, by=make_user())
    assert not ProductStory.objects.exists()
    assert not StoryShelf.objects.exists()


def test_variants_and_strange_languages_have_no_story() -> None:
    product = make_product(options={"size": ["S"]})
    for product_id, locale in ((product.children.get().pk, "en"), (product.pk, "xx"), (0, "en")):
        with pytest.raises(NotFound):
            opening.open_story(
                product_id=product_id, locale=locale, by=make_editor(), at=timezone.now()
            )
    assert not ProductStory.objects.exists()
    assert not Locale.objects.filter(language_code="xx").exists()


def test_the_database_holds_one_story_for_a_product_and_language() -> None:
    product = make_product()
    story = opened(product)
    other = ProductStory(
        title="Another",
        live=False,
        slug="another",
        product=product,
        locale=story.locale,
        translation_key=stories.key_of(product),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        story.get_parent().add_child(instance=other)


def test_a_vanished_product_of_the_same_number_shares_no_key() -> None:
    assert stories.key_of(make_product()) != stories.key_of(make_product())

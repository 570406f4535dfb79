"""Submitting a translation is refused with a sentence and moves nothing."""

import pytest
from wagtail.models import Revision, WorkflowPage
from wagtail_localize.models import StringTranslation

from cms.lookbooks.models import LookbookPage
from cms.translating.exceptions import InReview, NoReview, TranslationUnfit
from cms.translating.services import review
from common.exceptions import NotAllowed, NotFound
from tests.cms.translating import desk
from tests.factories import make_user


@pytest.fixture
def target(page: LookbookPage) -> LookbookPage:
    desk.begin(desk.admin(), page)
    return page.get_translation(desk.french())


def boss() -> object:
    return make_user(is_staff=True, is_superuser=True)


def drafts(page: LookbookPage) -> int:
    return Revision.objects.filter(object_id=str(page.pk)).count()


def test_a_translation_that_waits_is_not_submitted_again(target: LookbookPage) -> None:
    review.submit(page_id=target.pk, by=boss())
    before = drafts(target)
    with pytest.raises(InReview):
        review.submit(page_id=target.pk, by=boss())
    assert drafts(target) == before


def test_what_is_no_translation_is_not_found(page: LookbookPage) -> None:
    for page_id in (page.pk, 2**31 - 1):
        with pytest.raises(NotFound):
            review.submit(page_id=page_id, by=boss())


def test_somebody_without_the_right_moves_nothing(target: LookbookPage) -> None:
    before = drafts(target)
    with pytest.raises(NotAllowed):
        review.submit(page_id=target.pk, by=make_user(is_staff=True))
    assert (drafts(target), target.current_workflow_state) == (before, None)


def test_a_page_that_nobody_reviews_is_refused(target: LookbookPage) -> None:
    WorkflowPage.objects.all().delete()
    with pytest.raises(NoReview):
        review.submit(page_id=target.pk, by=boss())


def test_words_that_do_not_fit_their_field_are_said_so(target: LookbookPage) -> None:
    segment = desk.translation(target).source.stringsegment_set.get(context__path="season")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=desk.french(),
        data="x" * 61,
    )  # fmt: skip
    before = drafts(target)
    with pytest.raises(TranslationUnfit, match="60"):
        review.submit(page_id=target.pk, by=boss())
    assert (drafts(target), target.current_workflow_state) == (before, None)

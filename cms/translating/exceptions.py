"""What translating refuses."""

from common.exceptions import Conflict, Refusal


class InReview(Conflict):
    """The translation waits for its reviewers already."""

    code = "translation_in_review"
    title = "This translation waits for its reviewers already"


class NoReview(Conflict):
    """Pages here are not reviewed."""

    code = "no_review"
    title = "No review is set up for this page: ask who may publish it"


class TranslationUnfit(Refusal):
    """A translated field holds what the page cannot keep."""

    code = "translation_unfit"
    title = "A translated field does not fit its page"


class ParentNotTranslated(Conflict):
    """The page above has no page in the language yet."""

    code = "parent_not_translated"
    title = "Translate the page above this one first"

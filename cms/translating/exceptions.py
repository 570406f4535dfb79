"""What translating refuses."""

from common.exceptions import Conflict, Refusal


class InReview(Conflict):
    """The translation waits for its reviewers already."""

    code = "translation_in_review"
    title = "This translation waits for its reviewers already"


class Locked(Conflict):
    """Only reviewers, or whoever locked the page, write the translation now."""

    code = "translation_locked"
    title = "Somebody else has this translation now"


class NoReview(Conflict):
    """Pages here are not reviewed."""

    code = "no_review"
    title = "No review is set up for this page: ask who may publish it"


class TranslationUnfit(Refusal):
    """A translated text, or what stands in the place of a shared value, does not fit its page."""

    code = "translation_unfit"
    title = "A translated text does not fit its page"


class ParentNotTranslated(Conflict):
    """The page above has no page in the language yet."""

    code = "parent_not_translated"
    title = "Translate the page above this one first"

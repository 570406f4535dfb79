"""What forms say no with."""

from common.exceptions import Invalid


class AnswerRefused(Invalid):
    """An answer lacks something or says what cannot be."""

    code = "answer_refused"
    title = "The form needs another look"

"""Registers forms and the list of answers with the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.forms.making import FormsAndAnswers
from cms.forms.viewsets import FormAnswers

register_snippet(FormsAndAnswers)


@hooks.register("register_admin_viewset")
def register_answers() -> FormAnswers:
    """Return the list."""
    return FormAnswers("form_answers")

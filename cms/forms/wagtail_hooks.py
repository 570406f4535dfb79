"""Registers the list of answers with the admin."""

from wagtail import hooks

from cms.forms.viewsets import FormAnswers


@hooks.register("register_admin_viewset")
def register_answers() -> FormAnswers:
    """Return the list."""
    return FormAnswers("form_answers")

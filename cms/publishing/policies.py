"""Who may make pages live past their review."""

from typing import Any

from wagtail.models import Page

from cms.navigation.selectors import sites

_RULE = "Pages go live only through review here."
ONLY_THROUGH_REVIEW = f"{_RULE} Submit it for review: the last approval publishes it."
A_TRANSLATOR_SUBMITS = f"{_RULE} A translator submits it: the last approval publishes it."
IN_REVIEW = f"{_RULE} It is with its reviewers: the last approval publishes it."


def held_to_review(user: Any, page: Page) -> bool:
    """Return whether a page, or one below it, goes live by its review alone for this person.

    It does where the website says so, unless nobody reviews the page. Superusers are free.
    """
    if user is None or user.is_superuser or not sites.publishes_only_through_review():
        return False
    return bool(page.has_workflow)

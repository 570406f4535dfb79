"""The buttons for many pages, without the one that a person may not press."""

from typing import Any

from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.models import Page

from cms.publishing import policies

_choices = wagtailadmin_tags.bulk_action_choices
PUBLISH = "/publish/"


def replace_buttons() -> None:
    """Put these buttons in the place of Wagtail's own."""
    wagtailadmin_tags.register.inclusion_tag(
        "wagtailadmin/shared/buttons.html", takes_context=True, name="bulk_action_choices"
    )(bulk_action_choices)


def bulk_action_choices(context: Any, app_label: str, model_name: str) -> dict[str, Any]:
    """Return the buttons for many things; no “Publish” for pages that go live by review alone."""
    found: dict[str, Any] = _choices(context, app_label, model_name)
    place = context.get("parent_page") or Page.get_first_root_node()
    if (app_label, model_name) == ("wagtailcore", "page") and policies.held_to_review(
        context["request"].user, place
    ):
        found["buttons"] = [e for e in found["buttons"] if not str(e.url).endswith(PUBLISH)]
    return found

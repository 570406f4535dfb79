"""What the template of the editor of translations asks for."""

import json
from typing import Any

from django import template

from cms.translating import bar, policies, selectors, wording

register = template.Library()


@register.inclusion_tag("translating/bar.html", takes_context=True)
def translation_bar(context: Any) -> dict[str, Any]:
    """Show the bar of the page that is translated."""
    page, request = context["instance"], context["request"]
    props = json.loads(context["props"])
    return {
        **bar.shown(page, context["translation"], request.user, props),
        "request": request,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag(takes_context=True)
def editor_props(context: Any) -> str:
    """Return what the editor is drawn from, its texts as translators read them.

    It takes no writing from whom the page is locked for; a picture that is gone is none.
    """
    props = json.loads(context["props"])
    if context["is_page"]:
        user, page = context["request"].user, context["instance"]
        props["object"]["isLocked"] = bool(policies.objection(user, page))
    _drop_gone_pictures(props, context["request"])
    plain = selectors.plain_segments(context["translation"].source_id)
    for each in props["segments"]:
        if each["type"] == "string":
            each["source"] = wording.shown(each["source"], plain=each["id"] in plain)
    for each in props["initialStringTranslations"]:
        each["data"] = wording.shown(each["data"], plain=each["segment_id"] in plain)
    return json.dumps(props)


def _drop_gone_pictures(props: dict[str, Any], request: Any) -> None:
    """Keep the script from asking for a picture that it would be shown nothing of."""
    shown = {each["id"]: each for each in props["segments"] if _is_picture(each)}
    chosen = [each for each in props["initialOverrides"] if each["segment_id"] in shown]
    held = [*((each, "value") for each in shown.values()), *((each, "data") for each in chosen)]
    there = selectors.pictures_there([each[key] for each, key in held], request)
    for each, key in held:
        if str(each[key]) not in there:
            each[key] = None


def _is_picture(segment: dict[str, Any]) -> bool:
    widget = segment["location"].get("widget") or {}
    return segment["type"] == "synchronised_value" and widget.get("type") == "image_chooser"

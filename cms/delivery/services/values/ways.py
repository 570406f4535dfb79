"""What leads on from a page."""

from typing import Any

from cms.core.addresses import safe
from cms.delivery.services.asking import Shop
from cms.delivery.services.values.reading import structs_of, words
from common.utils.text import plain


def call_to_action(value: Any, shop: Shop) -> Any:
    """Return `{"title", "text", "tone", "links": [{"label", "url"}]}`; dead links are left out."""
    found = [_link(each, shop) for each in structs_of(value, "links")]
    return {
        "title": words(value, "title"),
        "text": words(value, "text"),
        "tone": words(value, "tone") or "plain",
        "links": [each for each in found if each["url"]],
    }


def _link(value: Any, shop: Shop) -> dict[str, str]:
    page = value.get("page")
    url = shop.path(page) if page else safe(words(value, "url"))
    return {"label": words(value, "label"), "url": url}


def form(value: Any, shop: Shop) -> Any:
    """Return `{"title", "form"}` of a form that takes answers."""
    found = shop.form(value.get("form"))
    if found is None:
        return None
    return {"title": words(value, "title") or plain(found.title), "form": asked_in(found)}


def asked_in(form: Any) -> dict[str, Any]:
    """Return a form's questions, and where the answers are sent."""
    return {
        "id": form.public_id,
        "submit_url": f"/api/v1/store/forms/{form.public_id}/answers/",
        "fields": [
            {
                "name": each.clean_name,
                "label": plain(each.label),
                "type": each.field_type,
                "required": each.required,
                "choices": _choices(each.choices),
                "default": plain(each.default_value),
                "help_text": plain(each.help_text),
            }
            for each in form.questions
        ],
    }


def _choices(said: str) -> list[str]:
    found = said.splitlines() if "\n" in said else said.split(",")
    return [plain(each.strip()) for each in found if each.strip()]


WRITERS = {"call_to_action": call_to_action, "form": form}

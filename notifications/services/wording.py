"""The words of a message, in the reader's language."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from notifications import kinds


@dataclass(frozen=True)
class Words:
    """A rendered message."""

    subject: str
    text: str
    html: str


def write(*, kind: str, locale: str, context: dict[str, Any]) -> Words:
    """Return the message of a kind in a language that we speak, else in English.

    :raises UnknownKind: when there is no such kind.
    """
    name = kinds.named(kind).name
    folder = f"notifications/{name}"
    values = {**context, "shop_name": "Fashionistar", "shop_url": settings.SHOP_URL.rstrip("/")}
    with translation.override(_spoken(locale)):
        values["locale"] = translation.get_language()
        subject = " ".join(render_to_string(f"{folder}/subject.txt", values).split())
        return Words(
            subject=subject[:255],
            text=render_to_string(f"{folder}/body.txt", values).strip() + "\n",
            html=render_to_string(f"{folder}/body.html", {**values, "subject": subject}),
        )


def _spoken(locale: str) -> str:
    language = (locale or "en").split("-")[0].lower()
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE

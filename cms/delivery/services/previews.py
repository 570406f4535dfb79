"""Drafts for an hour, to whoever holds the token that the editor was given."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.signing import BadSignature
from wagtail_headless_preview.models import PagePreview

from cms.core.pages import BasePage
from cms.delivery.exceptions import PreviewOver
from cms.delivery.services import pages

Shape = Callable[..., dict[str, Any]]
_SHAPES: dict[type[BasePage], Shape] = {}


def draft(*, content_type: str, token: str) -> Any:
    """Return the draft page of a token; `content_type` is `app_label.model`.

    :raises PreviewOver: when the token is forged, of another type, or older than an hour.
    """
    kind = _kind(content_type)
    try:
        kind.get_preview_signer().unsign(token, max_age=settings.PREVIEW_SECONDS)
        page = kind.get_page_from_preview_token(token)
    except BadSignature:
        raise PreviewOver from None
    if page is None:
        raise PreviewOver
    return page


def as_data(page: Any, *, currency: str = "") -> dict[str, Any]:
    """Return a draft in the shape of a page, or in the one of its kind."""
    write: Shape = _SHAPES.get(type(page), pages.as_data)
    return write(page, locale=page.locale.language_code, currency=currency)


def shape(kind: type[BasePage], write: Shape) -> None:
    """Have drafts of a kind of pages that no path leads to written by `write`.

    It takes the page, `locale` and `currency`, as `pages.as_data` does.
    """
    _SHAPES[kind] = write


def forget() -> None:
    """Delete the drafts of days gone by."""
    PagePreview.garbage_collect()


def _kind(content_type: str) -> type[BasePage]:
    try:
        found = apps.get_model(content_type)
    except (LookupError, ValueError):
        raise PreviewOver from None
    if not issubclass(found, BasePage):
        raise PreviewOver
    return found

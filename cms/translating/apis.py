"""What the editor of translations sends, one text at a time.

The views are its own; here they read forms, which our REST API does not, and refuse what no
text can be.
"""

from typing import Any

from django.http import HttpRequest
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import FormParser, MultiPartParser
from wagtail_localize.views.edit_translation import edit_override, edit_string_translation
from wagtail_localize.views.snippets_api import SnippetViewSet

from cms.translating import selectors

MOST = 20_000


class _Door:
    """A view of the editor that is asked with a form."""

    parser_classes = (MultiPartParser, FormParser)
    throttle_classes = ()

    def initial(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Refuse a text that is missing, endless, or holds what the database cannot keep."""
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        value = request.data.get("value") if request.method == "PUT" else ""  # type: ignore[attr-defined]
        if not isinstance(value, str) or len(value) > MOST or "\x00" in value:
            raise ValidationError("Send a text as value.")


class EditText(_Door, edit_string_translation.cls):  # type: ignore[misc, name-defined]
    """Keeps or forgets the translation of one text."""

    def initial(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Refuse a text that is longer than its field, such as a title."""
        super().initial(request, *args, **kwargs)
        most = selectors.room(kwargs["string_segment_id"])
        if most and len(request.data.get("value", "")) > most:  # type: ignore[attr-defined]
            raise ValidationError(f"This may be {most} characters long.")


class EditOverride(_Door, edit_override.cls):  # type: ignore[misc, name-defined]
    """Keeps or forgets what stands in the place of a shared value."""


class Chosen(SnippetViewSet):  # type: ignore[misc]
    """Names the form that was chosen in a block, to whoever is signed in to the admin."""

    authentication_classes = (SessionAuthentication,)
    pagination_class = None

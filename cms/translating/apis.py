"""What the editor of translations sends, one text at a time.

The views are its own; here they read forms, which our REST API does not, and refuse what no
text can be. What does not fit its place is kept with an error that the editor shows, and stands in
no page (`services/fitting.py`).
"""

from typing import Any

from django.http import HttpRequest
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail_localize.views.edit_translation import (
    StringTranslationSerializer,
    edit_override,
    edit_string_translation,
)
from wagtail_localize.views.snippets_api import SnippetViewSet

from cms.translating import selectors
from cms.translating.services import texts, writing

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
    """Keeps or forgets the translation of one text; one that does not fit is answered as `error`."""

    def put(self, request: Request, translation_id: int, string_segment_id: int) -> Response:
        """Keep it, and answer what the translator reads of it."""
        words = str(request.data["value"])  # type: ignore[call-overload]
        kept, is_new = texts.keep(
            translation_id=translation_id,
            segment_id=string_segment_id,
            words=words,
            by=request.user,
        )
        answer = StringTranslationSerializer(kept).data
        answer |= {"segment_id": string_segment_id, "data": words}
        return Response(answer, status=201 if is_new else 200)

    def delete(self, request: Request, translation_id: int, **kwargs: Any) -> Response:
        """Forget it."""
        with writing.written(translation_id=translation_id, by=request.user):
            answer: Response = super().delete(request, translation_id=translation_id, **kwargs)  # type: ignore[misc]
        return answer


class EditOverride(_Door, edit_override.cls):  # type: ignore[misc, name-defined]
    """Keeps or forgets what stands in the place of a shared value."""

    def initial(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Refuse the key of something that there is not."""
        super().initial(request, *args, **kwargs)
        value = request.data.get("value", "")  # type: ignore[attr-defined]
        segment = kwargs["overridable_segment_id"]
        if request.method == "PUT" and not selectors.may_stand(segment, value):
            raise ValidationError("Choose one that there is.")

    def put(self, request: Request, translation_id: int, **kwargs: Any) -> Response:
        """Keep it."""
        with writing.written(translation_id=translation_id, by=request.user):
            answer: Response = super().put(request, translation_id=translation_id, **kwargs)  # type: ignore[misc]
        return answer

    def delete(self, request: Request, translation_id: int, **kwargs: Any) -> Response:
        """Go back to the shared value."""
        with writing.written(translation_id=translation_id, by=request.user):
            answer: Response = super().delete(request, translation_id=translation_id, **kwargs)  # type: ignore[misc]
        return answer


class Chosen(SnippetViewSet):  # type: ignore[misc]
    """Names the form that was chosen in a block, to whoever is signed in to the admin."""

    authentication_classes = (SessionAuthentication,)
    pagination_class = None


class Pictures(ImagesAdminAPIViewSet):  # type: ignore[misc]
    """Shows the pictures of a page to whoever is signed in to the admin."""

    authentication_classes = (SessionAuthentication,)


class Documents(DocumentsAdminAPIViewSet):  # type: ignore[misc]
    """Names the documents of a page to whoever is signed in to the admin."""

    authentication_classes = (SessionAuthentication,)

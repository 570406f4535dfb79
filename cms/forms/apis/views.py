"""`POST /store/forms/{form}/answers/`."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from cms.forms.services import answering
from common.apis.documented import KEY_ALLOWED
from common.apis.serializers import StrictSerializer
from common.apis.views import ApiView
from common.utils.text import plain


class FormAnswerValues(StrictSerializer):
    """A value by the name of each question: a text, a number or a tick; only several choices are an array."""

    values = serializers.DictField()  # type: ignore[assignment]


class FormAnswerKept(serializers.Serializer[Any]):
    """What came of it."""

    id = serializers.CharField()
    thanks = serializers.CharField()


class FormAnswersView(ApiView):
    """Answering a form."""

    authentication_classes: ClassVar[Any] = []
    permission_classes: ClassVar[Any] = [AllowAny]

    @extend_schema(
        operation_id="store_form_answer", parameters=[KEY_ALLOWED], summary="Answer a form of a page",
        tags=["Pages"], request=FormAnswerValues, responses={201: FormAnswerKept},
    )  # fmt: skip
    def post(self, request: Request, form_id: str) -> Response:
        """Keep an answer."""
        body = FormAnswerValues(data=request.data)
        body.is_valid(raise_exception=True)
        kept = answering.answer(
            form_id=form_id, values=body.validated_data["values"], at=timezone.now()
        )
        return Response({"id": kept.public_id, "thanks": plain(kept.form.thanks)}, status=201)

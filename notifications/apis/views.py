"""What was said to whom, for staff."""

from typing import Any, ClassVar

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import IsAdminUser
from rest_framework.request import Request
from rest_framework.response import Response

from common.apis.pagination import CursorPages
from common.apis.views import ApiView
from common.exceptions import NotAllowed
from notifications.apis.serializers import (
    MessageDetail,
    MessageResend,
    MessageSummary,
    detail,
    summary,
)
from notifications.selectors import messages
from notifications.services import resending

ID = OpenApiParameter("message_id", OpenApiTypes.STR, OpenApiParameter.PATH)


class StaffView(ApiView):
    """A view for staff; the settings name who they are told by, since that lives above."""

    permission_classes: ClassVar[Any] = [IsAdminUser]

    def get_authenticators(self) -> list[Any]:
        """Return what reads the tokens of staff."""
        return [import_string(settings.API_ADMIN_AUTHENTICATION)()]


class MessagesView(StaffView):
    """Every message, the newest first."""

    pagination_class: ClassVar[type[CursorPages]] = CursorPages

    @extend_schema(
        operation_id="admin_messages_list",
        summary="Messages, the newest first",
        tags=["Admin"],
        responses={200: MessageSummary(many=True)},
    )
    def get(self, request: Request) -> Response:
        """Return a page of messages."""
        return self.paged(messages.newest(), lambda row: summary(row, reader=request.user))


class MessageView(StaffView):
    """One message."""

    @extend_schema(
        operation_id="admin_messages_retrieve",
        summary="A message with its words",
        tags=["Admin"],
        parameters=[ID],
        responses={200: MessageDetail},
    )
    def get(self, request: Request, message_id: str) -> Response:
        """Return the message."""
        return Response(detail(messages.named(message_id), reader=request.user))


class MessageResendView(StaffView):
    """Saying a message again."""

    @extend_schema(
        operation_id="admin_messages_resend",
        summary="Send a message again",
        tags=["Admin"],
        parameters=[ID],
        request=MessageResend,
        responses={200: MessageDetail},
    )
    def post(self, request: Request, message_id: str) -> Response:
        """Queue the message again."""
        MessageResend(data=request.data).is_valid(raise_exception=True)
        if not messages.may_resend(request.user):
            raise NotAllowed("Your role does not let you send messages again.")
        message = resending.resend(message_id=message_id, by=request.user, at=timezone.now())
        return Response(detail(message, reader=request.user))

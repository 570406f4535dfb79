"""What was said to whom: the list, the page, and saying it again."""

from datetime import datetime
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import DateColumn

from cms.desk.acting import Act, ActingPage, DeskViewSet
from cms.desk.tables import StateColumn
from notifications.models import Message
from notifications.selectors import messages
from notifications.services import resending


def send_again(row: Message, *, by: Any, at: datetime) -> str:
    """Queue the message again."""
    resending.resend(message_id=row.public_id, by=by, at=at)
    return _("It is sent again to %(recipient)s.") % {"recipient": row.recipient}


class MessagePage(ActingPage):
    """A message as its reader gets it."""

    acts: ClassVar[tuple[Act, ...]] = (
        Act(
            "send-again", gettext_lazy("Send again"), messages.may_resend,
            lambda row: row.status != Message.Status.QUEUED and not row.is_secret, send_again,
        ),
    )  # fmt: skip
    template_name = "desk/message.html"


class Messages(DeskViewSet):
    """What was said to whom."""

    model = Message
    icon = "mail"
    menu_label = gettext_lazy("Messages")
    inspect_view_class = MessagePage
    list_display = (
        "subject", "kind", "recipient", StateColumn(),
        DateColumn("created_at", label=gettext_lazy("Written"), sort_key="created_at"),
        DateColumn("sent_at", label=gettext_lazy("Sent"), sort_key="sent_at"),
    )  # fmt: skip
    list_filter = ("kind", "status", "channel")
    list_export = ("public_id", "kind", "channel", "status", "created_at", "sent_at")
    search_fields = ("recipient", "subject")

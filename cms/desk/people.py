"""Vendors and messages, with what staff may do about them."""

from typing import Any, ClassVar

from django.utils import timezone

from cms.desk.acting import Act, ActingView, Said
from commerce.partner.models import Partner
from commerce.vendors.services import standing
from notifications.models import Message
from notifications.services.resending import resend

CHANGE_VENDOR = "partner.change_partner"
Status = Partner.Status


def _stand(step: Any, words: str) -> Any:
    def run(vendor: Partner, user: Any, said: Said) -> str:
        step(slug=vendor.slug, by=user, at=timezone.now())
        return words

    return run


class VendorPage(ActingView):
    """One vendor."""

    template_name = "desk/vendor.html"
    acts: ClassVar[tuple[Act, ...]] = (
        Act(
            name="approve", label="Approve", permission=CHANGE_VENDOR,
            run=_stand(standing.approve, "The vendor is approved and sells."),
            applies=lambda vendor: vendor.status == Status.PENDING,
        ),
        Act(
            name="suspend", label="Suspend", permission=CHANGE_VENDOR, is_grave=True,
            run=_stand(standing.suspend, "The vendor is suspended; its products are off sale."),
            applies=lambda vendor: vendor.status == Status.APPROVED,
        ),
        Act(
            name="reopen", label="Reopen", permission=CHANGE_VENDOR,
            run=_stand(standing.reopen, "The vendor sells again."),
            applies=lambda vendor: vendor.status in (Status.SUSPENDED, Status.CLOSED),
        ),
    )  # fmt: skip

    def beside(self) -> dict[str, Any]:
        """Return the members and how much there is of the vendor."""
        return {
            "members": self.object.members.select_related("user").order_by("pk"),
            "product_count": self.object.products.canonical().count(),
            "order_count": self.object.vendor_orders.count(),
        }


def _resend(message: Message, user: Any, said: Said) -> str:
    resend(message_id=message.public_id, by=user, at=timezone.now())
    return "The message is sent once more."


class MessagePage(ActingView):
    """One message."""

    template_name = "desk/message.html"
    acts: ClassVar[tuple[Act, ...]] = (
        Act(
            name="resend", label="Send again", permission="notifications.change_message",
            run=_resend, applies=lambda message: message.status != Message.Status.QUEUED,
        ),
    )  # fmt: skip

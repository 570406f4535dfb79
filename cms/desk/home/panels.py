"""The panels: which there are, who has them, and what they say when nothing waits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from cms.desk.home import content, goods, languages, trade
from cms.desk.home.waiting import Waiting
from cms.desk.order_acts import may_run_parts
from cms.desk.vendors import may_keep
from identity.policies import roles
from notifications.selectors import messages

EMPTY_LAST = 1000


@dataclass(frozen=True)
class Kind:
    """A kind of panel; `may` says who can act on it, `all_url` leads to the whole list.

    `is_for_reviewers`: somebody outside of `may` has it as long as it holds something.
    """

    name: str
    title: Any
    icon: str
    may: Callable[[Any], bool]
    find: Callable[..., Waiting]
    empty: Any
    all_url: str = ""
    is_for_reviewers: bool = False


class Panel(Component):  # type: ignore[misc]
    """What waits of one kind for one person; what is empty stands behind what is not."""

    template_name = "desk/home/panel.html"

    def __init__(self, kind: Kind, *, user: Any, place: int, at: datetime) -> None:
        self.kind = kind
        self.name = kind.name
        self.waiting = kind.find(user=user, at=at)
        self.order = place + (0 if self.waiting.count else EMPTY_LAST)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return what the template shows."""
        return {"kind": self.kind, "waiting": self.waiting}


def panels_for(user: Any) -> list[Panel]:
    """Return the panels of what the person can act on; at most two statements each.

    The review has two statements and one for each step of a workflow.
    """
    at, found = timezone.now(), []
    for place, kind in enumerate(KINDS):
        may = kind.may(user)
        if may or kind.is_for_reviewers:
            panel = Panel(kind, user=user, place=place, at=at)
            found += [panel] if may or panel.waiting.count else []
    return found


def may_tell(user: Any) -> bool:
    """Return whether the person may begin stories, and reach the products they are told of."""
    return (
        goods.have_stories()
        and roles.can_edit_content(user)
        and user.has_perm("catalogue.view_product")
    )


def may_deal(user: Any) -> bool:
    """Return whether the person may act on vendors' parts and look at groups."""
    return may_run_parts(user) and user.has_perm("order.view_order")


KINDS = (
    Kind(
        "review", _("Waits for your review"), "tasks", content.writes_pages, content.to_review,
        _("Nobody waits for you. What others submit for review is listed here."),
        "/admin/reports/workflow_tasks/?reviewable=true", is_for_reviewers=True,
    ),
    Kind(
        "submitted", _("What you submitted"), "upload", content.writes_pages, content.submitted,
        _("You submitted nothing. Open a draft and choose “Submit for review”."),
    ),
    Kind(
        "behind", _("Translations to bring in step"), "resubmit", languages.translates, languages.behind,
        _("Every translation is in step with its page. What changes there is listed here."), "/admin/localize/reports/translations/",
    ),
    Kind(
        "not_accepted", _("Paid, not accepted"), "form", may_deal, trade.not_accepted,
        _("Vendors have accepted every paid order. See what is on its way in the orders."), "/admin/desk_orders/?status=paid",
    ),
    Kind(
        "slow_vendors", _("Vendors to remind"), "time", may_deal, trade.slow_vendors,
        _("No vendor lets an order wait for more than a day. Call those who will be listed here."),
        "/admin/desk_vendor_orders/?status=placed",
    ),
    Kind(
        "vendors", _("Vendors to review"), "group", may_keep, trade.vendors_to_review,
        _("Every vendor has an answer. Who applies next is listed here."),
        "/admin/desk_vendors/?status=pending",
    ),
    Kind(
        "messages", _("Messages that failed"), "mail", messages.may_resend, trade.failed_messages,
        _("Every message went out. What fails for good is listed here, to be sent again."), "/admin/desk_messages/?status=failed",
    ),
    Kind(
        "moderation", _("Products to moderate"), "tag", roles.can_merchandise, goods.to_moderate,
        _("No vendor waits for a decision. Publish or decline the products listed here."), "/admin/desk_products/?status=submitted",
    ),
    Kind(
        "given_up", _("Pictures that could not be fetched"), "warning", roles.can_merchandise,
        goods.given_up, _("Every imported picture arrived or is still being fetched. Give products listed here one of the library."),
    ),
    Kind(
        "without_picture", _("Products without a picture"), "image", roles.can_merchandise,
        goods.without_picture, _("Every product on sale or submitted has a picture. Look for those that deserve a second one."),
    ),
    Kind(
        "without_story", _("Products without a story"), "openquote", may_tell,
        goods.without_story, _("Every product on sale has a story. Look after the older ones."),
        "/admin/desk_products/?status=approved&is_public=true&story=none",
    ),
    Kind(
        "scheduled", _("In the next 14 days"), "calendar-alt", content.writes_pages,
        content.scheduled,
        _("Nothing goes live or expires. Set a schedule in the status panel of a page."),
        "/admin/reports/content-calendar/",
    ),
    Kind(
        "drafts", _("Your drafts"), "draft", content.writes_pages, content.drafts,
        _("You have no unpublished changes. Choose a page in the menu to begin."),
    ),
    Kind(
        "locked", _("Locked by you"), "lock", content.writes_pages, content.locked,
        _("You keep no page from others. Lock one in its status panel while you work on it."), "/admin/reports/locked/",
    ),
)  # fmt: skip

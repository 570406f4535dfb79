"""What happens in a month, for the eyes of one person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page, PageLogEntry

from cms.desk.home.content import edit_url, pages_of, planned, replaced
from commerce.offer.models import ConditionalOffer
from commerce.voucher.models import Voucher

WHAT = {
    "published": gettext_lazy("Published"),
    "goes_live": gettext_lazy("Goes live"),
    "expires": gettext_lazy("Expires"),
    "starts": gettext_lazy("Starts"),
    "ends": gettext_lazy("Ends"),
}
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Entry:
    """One thing that happens: `what` is a key of `WHAT`, `kind` the type of page, or an offer."""

    at: datetime
    what: str
    title: str
    url: str
    kind: str
    locale: str = ""
    editor: str = ""

    @property
    def happens(self) -> str:
        """What happens, in words."""
        return str(WHAT[self.what])

    @property
    def day(self) -> Any:
        """The day, in the admin's time zone."""
        return timezone.localtime(self.at).date()


def happening(*, user: Any, span: Span) -> list[Entry]:
    """Return what happens from the first moment until before the second, in its order.

    Seven statements at most, whatever happens. Nothing that the person may not see is named.
    """
    found = [*_published(user, span), *_going_live(user, span), *_expiring(user, span)]
    if user.has_perm("offer.view_conditionaloffer"):
        rows = ConditionalOffer.objects.exclude(offer_type=ConditionalOffer.VOUCHER)
        found += _terms(rows, span, "desk_offers:inspect", _("Offer"))
    if user.has_perm("voucher.view_voucher"):
        found += _terms(Voucher.objects.all(), span, "desk_vouchers:inspect", _("Voucher"))
    return sorted(found, key=lambda each: (each.at, each.title))


def _published(user: Any, span: Span) -> Iterable[Entry]:
    """Return each page once a day: the last time it was published on it."""
    rows = (
        PageLogEntry.objects.filter(action="wagtail.publish", page__in=pages_of(user))
        .filter(timestamp__gte=span[0], timestamp__lt=span[1])
        .select_related("page__locale", "user")
        .order_by("timestamp")
    )
    found = [_of_page(each.page, "published", each.timestamp, each.user) for each in rows]
    return {(each.url, each.day): each for each in found}.values()


def _going_live(user: Any, span: Span) -> Iterator[Entry]:
    rows = planned().filter(approved_go_live_at__gte=span[0], approved_go_live_at__lt=span[1])
    for each, page in _with_pages(user, rows):
        yield _of_page(page, "goes_live", each.approved_go_live_at, each.user)


def _expiring(user: Any, span: Span) -> Iterator[Entry]:
    """Yield the ends of what is live, or was, and of what the schedule will bring."""
    rows = pages_of(user).filter(expire_at__gte=span[0], expire_at__lt=span[1])
    rows = rows.filter(Q(live=True) & ~replaced() | Q(expired=True))
    for page in rows.select_related("locale", "owner"):
        yield _of_page(page, "expires", page.expire_at, page.owner)
    later = planned().filter(expires_at__gte=span[0], expires_at__lt=span[1])
    for each, page in _with_pages(user, later):
        yield _of_page(page, "expires", each.expires_at, each.user)


def _with_pages(user: Any, drafts: Any) -> Iterator[tuple[Any, Page]]:
    """Yield the drafts of pages that the person may see, each with its page."""
    rows = list(drafts)
    ids = {int(each.object_id) for each in rows}
    pages = pages_of(user).select_related("locale").in_bulk(ids) if ids else {}
    for each in rows:
        if page := pages.get(int(each.object_id)):
            yield each, page


def _of_page(page: Any, what: str, at: datetime, editor: Any) -> Entry:
    return Entry(
        at=at, what=what, title=page.get_admin_display_title(), url=edit_url(page.pk),
        kind=get_content_type_label(page.cached_content_type),
        locale=page.locale.language_code, editor=str(editor or ""),
    )  # fmt: skip


def _terms(rows: Any, span: Span, page: str, kind: str) -> Iterator[Entry]:
    """Yield when offers or vouchers begin to hold, and when they stop."""
    begins = Q(start_datetime__gte=span[0], start_datetime__lt=span[1])
    ends = Q(end_datetime__gte=span[0], end_datetime__lt=span[1])
    for each in rows.filter(begins | ends):
        for what, at in (("starts", each.start_datetime), ("ends", each.end_datetime)):
            if at is not None and span[0] <= at < span[1]:
                url = reverse(page, args=(each.pk,))
                yield Entry(at=at, what=what, title=each.name, url=url, kind=kind)

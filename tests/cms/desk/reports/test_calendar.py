"""The calendar shows what was published, goes live and ends in a month, to whom it concerns."""

import io
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from cms.desk.reports.calendar import months
from cms.desk.reports.calendar.entries import happening
from commerce.offer.models import Benefit, Condition, ConditionalOffer, Range
from commerce.voucher.models import Voucher
from identity.models import User
from tests.cms.desk.home.test_panels import again, make_page, make_person
from tests.factories import make_user

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
URL = "/admin/reports/content-calendar/"
NOW = months.of(timezone.localdate())


def make_month(editor: User) -> None:
    """Publish a page today, let one go live and one expire on later days of the month after."""
    make_page("Out today").save_revision(user=editor).publish()
    ahead = NOW.next.span[0] + timedelta(days=10)
    going = make_page("Going live", go_live_at=ahead)
    going.save_revision(user=editor).publish()
    make_page("Leaving", expire_at=ahead + timedelta(hours=2), live=True)
    Voucher.objects.create(
        name="Ten off", code="TEN", start_datetime=NOW.span[0], end_datetime=ahead
    )


def make_offer(name: str, **fields: object) -> ConditionalOffer:
    goods = Range.objects.create(name=uuid.uuid4().hex, includes_all_products=True)
    condition = Condition.objects.create(range=goods, type=Condition.COUNT, value=1)
    benefit = Benefit.objects.create(range=goods, type=Benefit.PERCENTAGE, value=50)
    return ConditionalOffer.objects.create(
        name=name, slug=goods.name, condition=condition, benefit=benefit, **fields
    )


def told(user: User, month: months.Month) -> list[tuple[str, str]]:
    found = happening(user=again(user), span=month.span)
    return [(each.title, each.what) for each in found]


def test_months_follow_each_other_and_nonsense_is_the_present() -> None:
    december = months.named("2026-12", today=date(2026, 1, 31))
    assert (str(december.before), str(december.next)) == ("2026-11", "2027-01")
    for wrong in ("", "2026-13", "9999-12", "0001-01", "x", "2026-11-01", "\0"):
        assert months.named(wrong, today=date(2026, 1, 31)) == months.Month(2026, 1)
    assert december.span[0] == datetime(2026, 12, 1, tzinfo=UTC)


def test_each_sees_what_happens_to_what_is_theirs() -> None:
    editor, keeper, finance = (make_person(g) for g in ("Editors", "Merchandisers", "Finance"))
    make_month(editor)
    assert ("Out today", "published") in told(editor, NOW)
    assert told(editor, NOW.next) == [("Going live", "goes_live"), ("Leaving", "expires")]
    begins = NOW.next.span[0] + timedelta(days=1)
    make_offer("Half price", start_datetime=begins)
    hidden = make_offer("Of a voucher", start_datetime=begins)
    ConditionalOffer.objects.filter(pk=hidden.pk).update(offer_type=ConditionalOffer.VOUCHER)
    assert ("Ten off", "starts") not in told(editor, NOW)
    assert ("Half price", "starts") not in told(editor, NOW.next)
    assert told(finance, NOW.next) == [("Half price", "starts"), ("Ten off", "ends")]
    assert ("Ten off", "starts") in told(keeper, NOW)
    assert told(make_person("Support"), NOW) == []
    rows = PageLogEntry.objects.filter(action="wagtail.publish", page__title="Out today")
    rows.first().save()
    assert told(editor, NOW).count(("Out today", "published")) == 1


def test_the_end_of_what_goes_live_later_is_told_while_it_is_planned() -> None:
    editor, begins = make_person("Editors"), NOW.next.span[0] + timedelta(days=3)
    page = make_page(
        "Campaign", live=False, go_live_at=begins, expire_at=begins + timedelta(days=4)
    )
    assert told(editor, NOW.next) == []
    page.save_revision(user=editor).publish()
    assert told(editor, NOW.next) == [("Campaign", "goes_live"), ("Campaign", "expires")]
    Page.objects.filter(pk=page.pk).update(live=True)
    assert told(editor, NOW.next).count(("Campaign", "expires")) == 1


def test_pages_that_one_may_not_see_are_not_told() -> None:
    editor = make_person("Editors")
    make_month(editor)
    own = make_page("Own")
    GroupPagePermission.objects.filter(group__user=editor).update(page=own)
    assert {title for title, _ in told(editor, NOW)} <= {"Fashionistar"}
    assert told(editor, NOW.next) == []


def test_the_month_is_shown_filtered_and_sent_as_files(signed_in: SignIn) -> None:
    make_month(make_user(first_name="Ada", last_name="Obi", is_staff=True))
    client = signed_in("admin")
    shown = client.get(URL, {"month": str(NOW.next)}).content.decode()
    assert shown.count("Going live") == shown.count("Leaving") == 2
    assert f"month={NOW}" in shown and f"month={NOW.next.next}" in shown
    only = client.get(URL, {"month": str(NOW.next), "what": "expires"}).content.decode()
    assert "Leaving" in only and "Going live" not in only
    none = client.get(URL, {"month": str(NOW.next), "kind": "<i>x"}).content.decode()
    assert "Nothing of this kind" in none and "<i>x" not in none
    sheet = client.get(URL, {"month": str(NOW.next), "export": "csv"})
    lines = b"".join(sheet.streaming_content).decode().splitlines()
    assert lines[0].startswith("When,What happens,Title") and len(lines) == 4
    book = client.get(URL, {"month": str(NOW.next), "export": "xlsx"})
    rows = list(load_workbook(io.BytesIO(b"".join(book.streaming_content))).active.values)
    assert [row[2] for row in rows[1:]] == ["Going live", "Ten off", "Leaving"]


@pytest.mark.parametrize("group", ["Support", "Operations"])
def test_who_has_nothing_to_do_with_it_is_turned_away(signed_in: SignIn, group: str) -> None:
    client = signed_in(group)
    assert client.get(URL).status_code == 302
    assert URL not in client.get("/admin/").content.decode()
    assert URL in signed_in("Editors").get("/admin/").content.decode()


def test_a_full_month_costs_the_statements_of_an_empty_one() -> None:
    editor = make_person("admin")
    make_month(editor)
    counts = []
    for _ in range(2):
        happening(user=again(editor), span=NOW.next.span)
        person = again(editor)
        with CaptureQueriesContext(connection) as asked:
            found = happening(user=person, span=NOW.next.span)
        counts.append(len(asked))
        for n in range(5):
            going = make_page(f"More {n}", go_live_at=NOW.next.span[0] + timedelta(days=n + 1))
            going.save_revision(user=make_user()).publish()
            make_page(f"Less {n}", expire_at=NOW.next.span[0] + timedelta(days=n), live=True)
    assert len(found) == 13
    assert counts[0] == counts[1] <= 7, counts

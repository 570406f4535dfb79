"""People hear that a form was answered: once for a burst, and never what was written."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from cms.forms.models import Form, FormNews
from cms.forms.validators import addresses_in
from common.outbox.services import events
from identity.models import User
from notifications.services import messages

EVENT = "form.answered"
LOST = timedelta(hours=1)
"""News older than this beyond their time were lost with their event: the next answer tells them."""


@transaction.atomic
def note(*, form: Form, at: datetime) -> None:
    """Count an answer; the first one since people were told has them told again, in time."""
    if not form.tell.strip():
        return
    news = _locked(form.pk)
    is_lost = news.since is not None and news.since + _pause() + LOST < at
    if not news.untold or is_lost:
        due = max(at, news.told_at + _pause()) if news.told_at else at
        events.record(type=EVENT, subject_id=form.public_id, payload={"form_id": form.pk}, at=due)
        news.since = at if is_lost or news.since is None else news.since
    news.untold += 1
    news.save(update_fields=["untold", "since"])


@transaction.atomic
def tell(*, form_id: int, at: datetime) -> None:
    """Write to the people of a form that so many answers came, unless they know."""
    form = Form.objects.filter(pk=form_id).first()
    if form is None:
        return
    news = _locked(form_id)
    if not news.untold or news.since is None:
        return
    for person in _readers(form):
        messages.queue(
            kind="form_answered",
            recipient=str(person.email),
            context={
                "form": form.title,
                "count": news.untold,
                "since": f"{news.since:%d %B %Y, %H:%M} UTC",
                "link": settings.SHOP_URL.rstrip("/")
                + reverse("form_answers:index") + f"?form={form.pk}",
            },
            dedupe_key=f"form_answered:{form.pk}:{news.since.timestamp()}:{person.pk}",
        )  # fmt: skip
    news.untold, news.since, news.told_at = 0, None, at
    news.save(update_fields=["untold", "since", "told_at"])


def _readers(form: Form) -> list[User]:
    """Return whoever of those named still works here."""
    named = User.objects.filter(email__in=addresses_in(form.tell), is_staff=True, is_active=True)
    return list(named.order_by("pk"))


def _locked(form_id: int) -> FormNews:
    FormNews.objects.get_or_create(form_id=form_id)
    return FormNews.objects.select_for_update().get(form_id=form_id)


def _pause() -> timedelta:
    return timedelta(minutes=settings.FORM_NEWS_MINUTES)

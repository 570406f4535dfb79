"""Two workers with the news of one form at once write to its people once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections
from django.utils import timezone

from cms.forms.models import Form
from cms.forms.services import telling
from notifications.models import Message
from tests.factories import make_user
from tests.flows import serving

WORKERS, ANSWERS = 4, 8


def test_workers_at_once_tell_once(django_db_setup: None, django_db_blocker: object) -> None:
    with django_db_blocker.unblock(), serving.database():  # type: ignore[attr-defined]
        person = make_user(is_staff=True)
        form = Form.objects.create(title="Write to us", tell=str(person.email))

        def note(start: Barrier) -> None:
            start.wait()
            try:
                telling.note(form=form, at=timezone.now())
            finally:
                connections.close_all()

        def tell(start: Barrier) -> None:
            start.wait()
            try:
                telling.tell(form_id=form.pk, at=timezone.now())
            finally:
                connections.close_all()

        for work, count in ((note, ANSWERS), (tell, WORKERS)):
            with ThreadPoolExecutor(count) as pool:
                list(pool.map(work, [Barrier(count)] * count))
        said = Message.objects.get()
        assert (said.recipient, said.subject) == (person.email, "8 new answers to “Write to us”")

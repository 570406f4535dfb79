"""The outbox: each consumer once, retried when it fails, fenced when it slept too long."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.utils import timezone

from common.models import AuditEntry
from common.outbox import consumers
from common.outbox.consumers import Event
from common.outbox.models import HandledEvent, Heartbeat, OutboxEvent
from common.outbox.services import delivery, events

NAME = "tests.listener"


class Listener:
    """Hears `tests.happened`, writes a row for each event, and fails on demand."""

    def __init__(self) -> None:
        self.is_broken: Callable[[Event], bool] = lambda event: False
        self.calls: list[int] = []

    def __call__(self, *, event: Event) -> None:
        self.hear([event])

    def hear(self, heard: Sequence[Event]) -> None:
        self.calls.append(len(heard))
        for event in heard:
            AuditEntry.objects.create(
                action="heard", subject_type="event", subject_id=event.subject_id,
                at=timezone.now(),
            )  # fmt: skip
            if self.is_broken(event):
                raise RuntimeError("broken on demand")


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()

    def hear(*, event: Event) -> None:
        found(event=event)

    consumers.on("tests.happened", name=NAME)(hear)
    yield found
    consumers.forget(NAME)


def happen(count: int = 1) -> list[OutboxEvent]:
    return [events.record(type="tests.happened", subject_id=str(n)) for n in range(count)]


def heard() -> list[str]:
    return sorted(AuditEntry.objects.values_list("subject_id", flat=True))


@pytest.mark.django_db
def test_an_event_is_heard_once_however_often_it_is_delivered(listener: Listener) -> None:
    (event,) = happen()
    assert delivery.drain() == 1
    OutboxEvent.objects.update(processed_at=None)
    assert delivery.drain() == 1
    assert heard() == ["0"]
    assert HandledEvent.objects.filter(consumer=NAME, event_id=event.event_id).count() == 1


@pytest.mark.django_db
def test_a_failing_consumer_leaves_nothing_and_is_tried_later(listener: Listener) -> None:
    (event,) = happen()
    listener.is_broken = lambda event: True
    before = timezone.now()
    assert delivery.drain() == 0
    event.refresh_from_db()
    assert heard() == []
    assert not HandledEvent.objects.exists()
    assert (event.attempts, event.processed_at) == (1, None)
    assert event.available_at >= before + timedelta(seconds=2)
    assert "broken on demand" in event.last_error
    listener.is_broken = lambda event: False
    assert delivery.drain() == 0, "it is not due yet"
    OutboxEvent.objects.update(available_at=timezone.now())
    assert delivery.drain() == 1
    assert heard() == ["0"]


@pytest.mark.django_db
def test_one_bad_event_does_not_hold_up_the_others(listener: Listener) -> None:
    happen(5)
    listener.is_broken = lambda event: event.subject_id == "3"
    assert delivery.drain() == 4
    assert heard() == ["0", "1", "2", "4"]


@pytest.mark.django_db
def test_after_eight_tries_an_event_is_dead_and_says_why(listener: Listener) -> None:
    (event,) = happen()
    listener.is_broken = lambda event: True
    for _ in range(delivery.MAX_TRIES + 2):
        OutboxEvent.objects.update(available_at=timezone.now())
        delivery.drain()
    event.refresh_from_db()
    assert event.attempts == delivery.MAX_TRIES
    assert event.dead_at is not None
    assert "broken on demand" in event.last_error


@pytest.mark.django_db
def test_a_batch_hears_a_burst_at_once_and_a_bad_one_alone() -> None:
    found = Listener()
    found.is_broken = lambda event: event.subject_id == "2"
    consumers.on("tests.happened", name=NAME, batch=True)(lambda *, events: found.hear(events))
    try:
        happen(4)
        assert delivery.drain() == 3
    finally:
        consumers.forget(NAME)
    assert found.calls == [4, 1, 1, 1, 1]
    assert heard() == ["0", "1", "3"]


@pytest.mark.django_db
def test_a_worker_that_slept_past_its_lease_is_fenced(listener: Listener) -> None:
    happen()
    slept = delivery.lease(at=timezone.now())
    other = delivery.lease(at=timezone.now() + timedelta(minutes=1))
    assert len(slept.rows) == len(other.rows) == 1
    assert delivery.deliver(slept) == 0
    assert heard() == []
    assert delivery.deliver(other) == 1
    assert delivery.deliver(slept) == 0
    assert heard() == ["0"]


@pytest.mark.django_db
def test_a_leased_event_is_nobody_elses_until_the_lease_ends() -> None:
    happen()
    assert len(delivery.lease(at=timezone.now()).rows) == 1
    assert delivery.lease(at=timezone.now()).rows == []
    later = timezone.now() + delivery.LEASE + timedelta(seconds=1)
    assert len(delivery.lease(at=later).rows) == 1


@pytest.mark.django_db
def test_what_is_rolled_back_never_happened() -> None:
    def fail() -> None:
        with transaction.atomic():
            happen()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not OutboxEvent.objects.exists()


def test_eight_workers_at_once_deliver_each_event_once(
    at_once: Callable[..., list[Any]], listener: Listener
) -> None:
    AuditEntry.objects.all().delete()
    happen(120)
    try:
        settled = at_once(lambda number: delivery.drain(), 8)
        assert sum(settled) == 120
        assert sorted(heard(), key=int) == [str(n) for n in range(120)]
    finally:
        AuditEntry.objects.all().delete()


@pytest.mark.django_db
def test_what_a_worker_died_of_comes_alone_after_all_others_and_dies_in_the_end(
    listener: Listener,
) -> None:
    events_left, now = happen(3), timezone.now()
    assert len(delivery.lease(at=now).rows) == 3, "and this worker is killed"
    fresh = happen()[0]
    later = timezone.now() + delivery.LEASE + timedelta(seconds=1)
    taken = [[row.pk for row in delivery.lease(at=later).rows] for _ in range(5)]
    assert taken == [[fresh.pk], *([each.pk] for each in events_left), []]
    bad = events_left[0]
    OutboxEvent.objects.exclude(pk=bad.pk).delete()
    for _ in range(delivery.MAX_TRIES):
        later += timedelta(hours=1)
        delivery.lease(at=later)
    bad.refresh_from_db()
    assert bad.attempts == delivery.MAX_TRIES
    assert bad.dead_at is not None and bad.last_error == delivery.DIED
    assert bad.leased_until is None


@pytest.mark.django_db
def test_a_burst_that_takes_too_long_is_left_for_one_at_a_time() -> None:
    calls: list[int] = []

    def hear(*, events: Sequence[Event]) -> None:
        calls.append(len(events))
        if any(each.subject_id == "1" for each in events):
            raise SoftTimeLimitExceeded

    consumers.on("tests.happened", name=NAME, batch=True)(hear)
    try:
        happen(3)
        with pytest.raises(SoftTimeLimitExceeded):
            delivery.drain()
        assert calls == [3], "no time was spent on each"
        OutboxEvent.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
        assert delivery.drain() == 2
    finally:
        consumers.forget(NAME)
    left = OutboxEvent.objects.get(processed_at=None)
    assert (left.subject_id, left.leased_until) == ("1", None)
    assert left.available_at > timezone.now() and "SoftTimeLimitExceeded" in left.last_error


@pytest.mark.django_db
def test_a_drain_ends_in_time_and_is_heard_meanwhile(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "BATCH", 1)
    monkeypatch.setattr(delivery, "SECONDS", -1.0)
    happen(3)
    assert delivery.drain() == 0
    monkeypatch.setattr(delivery, "SECONDS", 60.0)
    assert delivery.drain() == 3
    assert Heartbeat.objects.exists()

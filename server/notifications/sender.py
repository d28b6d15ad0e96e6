"""Sends what is due. Access, relevance and quiet hours are decided here, at the last moment, outside any lock."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from server.kernel import leases
from server.notifications.channels import CHANNELS, Outcome, Parcel
from server.notifications.kinds import Kind
from server.notifications.models import Delivery, Notice
from server.notifications.quiet import quiet_until
from server.notifications.selectors import readable_notices
from server.people.models import Person
from server.people.selectors import person_clocks

BATCH = 100


def send_due_deliveries(*, now: datetime, limit: int = BATCH) -> int:
    """Send due deliveries, one parcel per person and channel, and answer how many were taken."""
    taken = _claim(now, limit)
    notices = {notice.id: notice for notice in _notices_of(taken)}
    texts = readable_notices([*notices.values()], now=now)
    quiet = _quiet_ends({notice.recipient for notice in notices.values()}, now)
    parcels: dict[tuple[UUID, str], list[Delivery]] = defaultdict(list)
    for delivery in taken:
        notice = notices[delivery.notice_id]
        if not _is_worth_sending(notice, delivery, texts):
            _close(delivery, Delivery.State.DROPPED, now=now)
        elif _must_wait(notice, delivery) and quiet[notice.recipient_id]:
            leases.finish(delivery, next_at=quiet[notice.recipient_id])
        else:
            parcels[notice.recipient_id, delivery.channel].append(delivery)
    for (_, channel), deliveries in parcels.items():
        _send(channel, deliveries, notices, texts, now=now)
    return len(taken)


def _claim(now: datetime, limit: int) -> list[Delivery]:
    """Due deliveries, and everything else due for the same people: what waited together comes together."""
    due = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__isnull=False)
    taken: list[Delivery] = leases.claim(due, now=now, limit=limit)
    if len(taken) == limit:
        people = Notice.objects.filter(id__in=[delivery.notice_id for delivery in taken]).values("recipient")
        theirs = Notice.objects.filter(recipient__in=people)
        taken += leases.claim(due.filter(notice__in=theirs), now=now, limit=limit)
    return sorted(taken, key=lambda delivery: delivery.pk)


def _notices_of(deliveries: Sequence[Delivery]) -> QuerySet[Notice]:
    ids = {delivery.notice_id for delivery in deliveries}
    return Notice.objects.filter(id__in=ids).select_related("recipient").order_by("id")


def _quiet_ends(people: set[Person], now: datetime) -> Mapping[UUID, datetime | None]:
    clocks = person_clocks(person.id for person in people)
    return {person.id: quiet_until(person, clocks[person.id], now) for person in people}


def _is_worth_sending(notice: Notice, delivery: Delivery, texts: Mapping[UUID, str]) -> bool:
    """What was read in the app already rings nowhere else."""
    already_read = notice.read_at is not None and CHANNELS[delivery.channel].interrupts
    return notice.recipient.is_active and notice.id in texts and not already_read


def _must_wait(notice: Notice, delivery: Delivery) -> bool:
    """Reminders ring at their owner's own times, quiet hours or not."""
    return CHANNELS[delivery.channel].interrupts and notice.kind != Kind.REMINDER


def _send(
    channel: str, deliveries: Sequence[Delivery], notices: Mapping[UUID, Notice], texts: Mapping[UUID, str], *,
    now: datetime,
) -> None:  # fmt: skip
    recipient = notices[deliveries[0].notice_id].recipient
    outcome = CHANNELS[channel].send(Parcel(recipient, [texts[delivery.notice_id] for delivery in deliveries]))
    for delivery in deliveries:
        if outcome is Outcome.RETRY:
            leases.postpone(delivery, now=now, attempts=delivery.attempts)
        else:
            _close(delivery, Delivery.State.SENT if outcome is Outcome.SENT else Delivery.State.DROPPED, now=now)


def _close(delivery: Delivery, state: str, *, now: datetime) -> None:
    sent_at = now if state == Delivery.State.SENT else None
    Delivery.objects.filter(pk=delivery.pk).update(state=state, sent_at=sent_at)
    leases.finish(delivery, next_at=None)

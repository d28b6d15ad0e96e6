"""Sends what is due. Access, relevance and quiet hours are decided here, at the last moment, outside any lock."""

import logging
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from server.kernel import leases
from server.notifications.budgets import give_push_back, take_push
from server.notifications.channels import CHANNELS, Channel, Outcome, Parcel
from server.notifications.kinds import Kind
from server.notifications.models import Delivery, Notice
from server.notifications.quiet import quiet_until, relay_held_until
from server.notifications.selectors import readable_notices, silenced
from server.people.selectors import person_clocks
from shared.person_clock import PersonClock
from shared.relays import local_date

log = logging.getLogger(__name__)

BATCH = 100


def send_due_deliveries(
    *, now: datetime, limit: int = BATCH, channels: Mapping[str, Channel] = CHANNELS
) -> int:  # fmt: skip
    """Send due deliveries, one parcel per person and channel, and answer how many were taken."""
    taken = _claim(now, limit)
    batch = _look_up(taken, now)
    parcels: dict[tuple[UUID, str], list[Delivery]] = defaultdict(list)
    for delivery in taken:
        notice = batch.notices[delivery.notice_id]
        interrupts = channels[delivery.channel].interrupts
        held_until = batch.held_until(notice) if interrupts else None
        if not batch.is_worth_sending(notice, interrupts=interrupts):
            _close(delivery, Delivery.State.DROPPED, now=now)
        elif held_until:
            leases.finish(delivery, next_at=held_until)
        else:
            parcels[notice.recipient_id, delivery.channel].append(delivery)
    for (_, name), deliveries in parcels.items():
        send = _ring if channels[name].interrupts else _send
        send(channels[name], deliveries, batch, now=now)
    return len(taken)


@dataclass(frozen=True, slots=True)
class _Batch:
    """The notices of what was claimed, their words now (by notice), and the clocks of who is told (by recipient)."""

    notices: Mapping[UUID, Notice]
    texts: Mapping[UUID, str]
    clocks: Mapping[UUID, PersonClock]
    silenced: Collection[UUID]
    now: datetime

    def is_worth_sending(self, notice: Notice, *, interrupts: bool) -> bool:
        """What was read in the app already rings nowhere else, and neither does what its reader muted."""
        is_quiet = notice.read_at is not None or notice.id in self.silenced
        return notice.recipient.is_active and notice.id in self.texts and not (interrupts and is_quiet)

    def held_until(self, notice: Notice) -> datetime | None:
        """When this may ring, if not now. A reminder rings at its owner's own time; everything else waits."""
        if notice.kind == Kind.REMINDER:
            return None
        until = relay_held_until if notice.kind == Kind.RELAY else quiet_until
        return until(notice.recipient, self.clocks[notice.recipient_id], self.now)

    def parcel(self, deliveries: Sequence[Delivery]) -> Parcel:
        recipient = self.notices[deliveries[0].notice_id].recipient
        return Parcel(recipient, [self.texts[delivery.notice_id] for delivery in deliveries])


def _claim(now: datetime, limit: int) -> list[Delivery]:
    """Due deliveries, and everything else due for the same people: what waited together comes together."""
    due = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__isnull=False)
    taken: list[Delivery] = leases.claim(due, now=now, limit=limit)
    if len(taken) == limit:
        people = Notice.objects.filter(id__in=[delivery.notice_id for delivery in taken]).values("recipient")
        theirs = Notice.objects.filter(recipient__in=people)
        taken += leases.claim(due.filter(notice__in=theirs), now=now, limit=limit)
    return sorted(taken, key=lambda delivery: delivery.pk)


def _look_up(deliveries: Sequence[Delivery], now: datetime) -> _Batch:
    ids = {delivery.notice_id for delivery in deliveries}
    notices = Notice.objects.filter(id__in=ids).select_related("recipient").in_bulk()
    people = {notice.recipient for notice in notices.values()}
    clocks = person_clocks(person.id for person in people)
    return _Batch(notices, readable_notices([*notices.values()], now=now), clocks, silenced([*notices.values()]), now)


def _ring(channel: Channel, deliveries: Sequence[Delivery], batch: _Batch, *, now: datetime) -> None:
    """Send what the day's budgets still allow, as one push; the rest stays in the list alone."""
    notices = {delivery.pk: batch.notices[delivery.notice_id] for delivery in deliveries}
    kinds, recipient_id = {Kind(notice.kind) for notice in notices.values()}, notices[deliveries[0].pk].recipient_id
    today = local_date(batch.clocks[recipient_id], now)
    push = take_push(recipient_id, kinds, on=today, now=now)
    ringing = [delivery for delivery in deliveries if notices[delivery.pk].kind in push.kinds]
    for delivery in deliveries:
        if delivery not in ringing:
            _close(delivery, Delivery.State.DROPPED, now=now)
    if ringing and _send(channel, ringing, batch, now=now) is not Outcome.SENT:
        give_push_back(recipient_id, push, on=today)


def _send(channel: Channel, deliveries: Sequence[Delivery], batch: _Batch, *, now: datetime) -> Outcome:
    outcome = _sent(channel, batch.parcel(deliveries))
    _finish(deliveries, outcome, now=now)
    return outcome


def _sent(channel: Channel, parcel: Parcel) -> Outcome:
    try:
        return channel.send(parcel)
    except Exception:  # a way out that breaks for one person must not hold up the others
        log.exception("a notice could not be sent")
        return Outcome.RETRY


def _finish(deliveries: Sequence[Delivery], outcome: Outcome, *, now: datetime) -> None:
    for delivery in deliveries:
        if outcome is Outcome.RETRY:
            leases.postpone(delivery, now=now, attempts=delivery.attempts)
        else:
            _close(delivery, Delivery.State.SENT if outcome is Outcome.SENT else Delivery.State.DROPPED, now=now)


def _close(delivery: Delivery, state: str, *, now: datetime) -> None:
    sent_at = now if state == Delivery.State.SENT else None
    leases.finish(delivery, next_at=None, state=state, sent_at=sent_at)

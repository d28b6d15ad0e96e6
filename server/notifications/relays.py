"""No check-in goes unanswered by neglect: after a while one awake witness gets one quiet line about it."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from server.guests.models import GuestLink
from server.habits.models import CheckIn, Seat
from server.habits.selectors.audiences import open_seats
from server.kernel import leases
from server.kernel.allowances import try_spend
from server.notifications.kinds import Kind
from server.notifications.models import Notice, Relay
from server.notifications.services import notify
from server.people.selectors import person_clocks
from server.responses.models import Reaction
from server.responses.presence import away_witnesses
from server.responses.waiting import unmuted
from shared import limits
from shared.limits import Rate
from shared.moods import Role
from shared.relays import Candidate, asks_at, in_turn, local_date

log = logging.getLogger(__name__)
_A_DATE = Rate(limits.RELAYS_PER_DAY, timedelta(days=2))
"""Counted under the witness's own date, which nowhere lasts longer."""


def await_answer(check_in: CheckIn) -> None:
    """Somebody showed up: when a witness may be asked to answer. The same posting is awaited once."""
    at = asks_at(check_in.received_at, day=check_in.date, starts_on=check_in.habit.starts_on)
    awaited = {"posted_at": check_in.received_at, "next_at": at}
    relay, made = Relay.objects.get_or_create(check_in=check_in, defaults=awaited)
    if not made and relay.posted_at != check_in.received_at:
        Relay.objects.filter(pk=relay.pk).update(leased_until=None, **awaited)


def ask_for_answers(*, now: datetime, limit: int = 100) -> int:
    """Ask about check-ins that have waited long enough; answers how many were taken. Safe to run twice at once."""
    taken: list[Relay] = leases.claim(Relay.objects.all(), now=now, limit=limit)
    for relay in taken:
        _ask(relay, now=now)
    return len(taken)


def is_answered(check_in: CheckIn) -> bool:
    """Whether anybody who may see it has answered, or a guest has."""
    seated = open_seats().filter(habit=check_in.habit_id).values("person")
    by_guest = GuestLink.objects.filter(check_in=check_in, answered_at__isnull=False, withdrawn_at__isnull=True)
    return Reaction.objects.filter(check_in=check_in, person__in=seated).exists() or by_guest.exists()


def _ask(taken: Relay, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            # A beat that lost its lease finds the row settled, and leaves it: nobody is asked twice.
            relay = Relay.objects.select_for_update().filter(pk=taken.pk, next_at=taken.next_at).first()
            if relay is not None:
                leases.finish(relay, next_at=_settle(relay, now=now))
    except Exception:  # one check-in that cannot be asked about must not keep the others from it
        log.exception("nobody could be asked for an answer", extra={"check_in_id": str(taken.check_in_id)})
        leases.postpone(taken, now=now, attempts=taken.attempts)


def _settle(relay: Relay, *, now: datetime) -> datetime | None:
    """Ask one witness if it still waits; when to look next, or None once there is nothing more to do."""
    check_in = CheckIn.objects.select_related("habit").get(pk=relay.check_in_id)
    is_over = check_in.undone_at is not None or now - check_in.received_at >= limits.ROUNDS_REACH
    if is_over or is_answered(check_in):
        return None
    for one in in_turn(_candidates(check_in, now), now=now):
        if try_spend("relay", f"{one.person_id}:{local_date(one.clock, now)}", rate=_A_DATE, now=now):
            notify(
                recipient_id=one.person_id, kind=Kind.RELAY, about=f"{check_in.id}:{relay.posted_at.isoformat()}",
                now=now, habit=str(check_in.habit_id), person=str(check_in.owner_id), check_in=str(check_in.id),
                date=check_in.date.isoformat(),
            )  # fmt: skip
            return None
    return now + limits.RELAY_LOOK


def _candidates(check_in: CheckIn, now: datetime) -> list[Candidate]:
    """The witnesses who are here: whoever is away is in no count, and is not called after."""
    away = away_witnesses([check_in.habit_id], at=now)
    seats = unmuted(open_seats()).filter(habit=check_in.habit_id, role=Role.WITNESS).select_related("person")
    present: list[Seat] = [seat for seat in seats if seat.id not in away]
    people = [seat.person_id for seat in present]
    clocks = person_clocks(people)
    asked = Notice.objects.filter(kind=Kind.RELAY, recipient__in=people).order_by().values("recipient")
    asked_at = dict(asked.annotate(at=Max("created_at")).values_list("recipient", "at"))
    return [
        Candidate(
            seat.person_id, seat.accepted_at or now, clocks[seat.person_id], seat.person.quiet_from,
            seat.person.quiet_to, asked_at.get(seat.person_id),
        )
        for seat in present
    ]  # fmt: skip

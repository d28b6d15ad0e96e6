"""Carrying somebody in a chain, and what follows when somebody comes in."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.challenges.facts import CARRIED, CHAIN_DAY_KEPT, LAST_TO_COME
from server.challenges.models import CarryRow, Challenge, Membership
from server.challenges.selectors.groups import Group, load_group, load_groups
from server.challenges.selectors.reading import get_membership
from server.challenges.selectors.sight import hidden_from
from server.challenges.services.locks import lock_group
from server.kernel.facts import FactKind, record
from server.people.locks import lock_people
from server.people.models import Person
from shared.challenges.chain import Carry, chain, check_carry, last_to_come
from shared.challenges.kinds import Kind
from shared.codes import Code, Refused
from shared.days import habit_day


@transaction.atomic
def carry(*, carrier: Person, challenge_id: UUID, person_id: UUID, date: date, now: datetime) -> None:
    """Have a member counted in on this date. The same again is done. To the others they are simply in.

    Raises Refused: not_found (no chain of theirs, nobody they see there), challenge_over, and what the rules say
    (`shared.challenges.chain.check_carry`).
    """
    get_membership(carrier, challenge_id)
    challenge = lock_group(challenge_id, carrier.id)
    get_membership(carrier, challenge_id)
    group, wanted = load_group(challenge), Carry(carrier.id, person_id, date)
    if wanted in group.carries:
        return
    if group.kind is not Kind.CHAIN or group.membership(person_id) is None or hidden_from(carrier, {person_id}):
        raise Refused(Code.NOT_FOUND)
    if challenge.ended_at is not None:
        raise Refused(Code.CHALLENGE_OVER)
    check_carry(group.run, group.members, group.carries, wanted, today=habit_day(group.clocks[carrier.id], now))
    row = CarryRow.objects.create(
        challenge=challenge, carrier=carrier, member_id=person_id, date=date, week=wanted.week, created_at=now
    )  # fmt: skip
    record(
        CARRIED, person_id=person_id, now=now,
        challenge=str(challenge.id), date=date.isoformat(), person=str(carrier.id), carry=str(row.id),
    )  # fmt: skip
    tell_chain(load_group(challenge), date, now=now)


def tell_chains_of(habit_id: UUID, day: date, *, now: datetime) -> None:
    """Somebody came in on this date: what that means in every chain the habit counts in."""
    inside = Membership.objects.filter(habit=habit_id, left_at__isnull=True, first__lte=day)
    running = Challenge.objects.filter(
        id__in=inside.values("challenge"), kind=Kind.CHAIN, ended_at__isnull=True, starts_on__lte=day, ends_on__gte=day
    )  # fmt: skip
    for group in load_groups(list(running.order_by("id"))).values():
        with transaction.atomic():
            lock_people(*(one.person_id for one in group.present))
            tell_chain(group, day, now=now)


def tell_chain(group: Group, day: date, *, now: datetime) -> None:
    """To everybody that the day counts, or to the last one that only theirs is waited for. May be said twice."""
    last = last_to_come(group.run, group.members, group.carries, day)
    if last is not None:
        _tell(LAST_TO_COME, group, last, day, now)
        return
    kept = next((one for one in chain(group.run, group.members, group.carries).days if one.day == day), None)
    if kept is not None and kept.counts:
        for person_id in sorted(one.person_id for one in group.present):
            _tell(CHAIN_DAY_KEPT, group, person_id, day, now)


def _tell(kind: FactKind, group: Group, person_id: UUID, day: date, now: datetime) -> None:
    record(kind, person_id=person_id, now=now, challenge=str(group.challenge.id), date=day.isoformat())

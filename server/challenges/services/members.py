"""Coming in: with a friend's word or a link, before it starts or later."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from server.challenges.facts import CHALLENGE_CHANGED
from server.challenges.models import Challenge, Invitation, Membership
from server.challenges.selectors.groups import Group, load_group
from server.challenges.selectors.reading import get_link, invitations_to, present_in
from server.challenges.services.ends import look_for_end
from server.challenges.services.terms import Brought, bring_habit, check_age
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock, stands_alone
from shared import limits
from shared.challenges.chain import chain
from shared.challenges.kinds import SIZES, Kind
from shared.challenges.members import first_day
from shared.codes import Code, Refused
from shared.days import habit_day, wall_time

_DAY = timedelta(days=1)
EVE = 18 * 60
"""The minute of the evening before, on the member's own wall, at which they hear that it starts tomorrow."""


@transaction.atomic
def join_asked(*, person: Person, challenge_id: UUID, brought: Brought, now: datetime) -> Membership:
    """Come in where a friend asked. The same again is done. Raises Refused(not_found) and what `_join` refuses."""
    lock_people(person.id)
    known = present_in(person).filter(challenge=challenge_id).first()
    if known is not None:
        return _same(known, brought)
    asked = invitations_to(person, now=now).filter(challenge=challenge_id).first()
    if asked is None:
        raise Refused(Code.NOT_FOUND)
    membership = _join(person, asked.challenge_id, brought, now)
    _take_invitations(person, asked.challenge_id, now)
    return membership


@transaction.atomic
def join_by_link(*, person: Person, token: str, brought: Brought, now: datetime) -> Membership:
    """Come in with a link, which goes on working for others. Raises Refused(not_found) and what `_join` refuses."""
    lock_people(person.id)
    link = get_link(person, token, now=now)
    known = present_in(person).filter(challenge=link.challenge_id).first()
    if known is not None:
        return _same(known, brought)
    membership = _join(person, link.challenge_id, brought, now)
    _take_invitations(person, link.challenge_id, now)
    return membership


def check_may_join(person: Person, *, now: datetime) -> None:
    """Raises Refused: not_confirmed_yet, too_many_challenges."""
    if stands_alone(person):
        raise Refused(Code.NOT_CONFIRMED_YET)
    if present_in(person).filter(challenge__ended_at__isnull=True).count() >= limits.CHALLENGES_MAX:
        raise Refused(Code.TOO_MANY_CHALLENGES)


def become_member(challenge: Challenge, person: Person, brought: Brought, *, first: date, now: datetime) -> Membership:
    """Within a transaction that holds the person, and the challenge where others may come in at the same time."""
    habit = bring_habit(person, challenge, brought, now=now)
    eve = wall_time(person_clock(person.id), challenge.starts_on - _DAY, EVE)
    membership = Membership.objects.create(
        challenge=challenge, person=person, habit=habit, joined_at=now, created_at=now, first=first,
        next_at=eve if now < eve else None,
    )  # fmt: skip
    look_for_end(challenge)
    record(CHALLENGE_CHANGED, person_id=person.id, now=now, challenge=str(challenge.id))
    return membership


def latest_today(group: Group, now: datetime) -> date:
    """The latest date anybody in it lives at this instant."""
    return max(habit_day(group.clocks[one.person_id], now) for one in group.present)


def _join(person: Person, challenge_id: UUID, brought: Brought, now: datetime) -> Membership:
    """Raises Refused: challenge_over, challenge_full, grown_ups_only, and what else keeps somebody out."""
    challenge = Challenge.objects.select_for_update().get(id=challenge_id)
    group, today = load_group(challenge), habit_day(person_clock(person.id), now)
    first = first_day(group.kind, group.run, own_today=today, counted_through=_counted_through(group))
    if challenge.ended_at is not None or first > challenge.ends_on:
        raise Refused(Code.CHALLENGE_OVER)
    if len(group.present) >= SIZES[group.kind].most:
        raise Refused(Code.CHALLENGE_FULL)
    check_age(Kind(challenge.kind), person, today=today)
    check_may_join(person, now=now)
    return become_member(challenge, person, brought, first=first, now=now)


def _counted_through(group: Group) -> date | None:
    """The latest date of a chain that counts."""
    days = chain(group.run, group.members, group.carries).days if group.kind is Kind.CHAIN else ()
    return max((one.day for one in days if one.counts), default=None)


def _same(known: Membership, brought: Brought) -> Membership:
    if known.habit_id != brought.habit_id:
        raise Refused(Code.ALREADY_IN)
    return known


def _take_invitations(person: Person, challenge_id: UUID, now: datetime) -> None:
    Invitation.objects.filter(challenge=challenge_id, person=person, closed_at__isnull=True).update(closed_at=now)

"""Chain: the group's day counts when the last one is in. It shows who is in and never marks who isn't.

Links only grow: a date that does not count takes nothing away. Once a week each member may carry one other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from shared.challenges.members import Member, Run, who_is_in
from shared.codes import Code, Refused

UNLOCKED_AFTER = 7
"""Kept days in this chain, the carrier's own."""


@dataclass(frozen=True, slots=True)
class Carry:
    """`by` had `member` counted in on `day`. Without `by`: they have no account any more, and what they gave stays."""

    by: UUID | None
    member: UUID
    day: date

    @property
    def week(self) -> date:
        """The Monday of its week."""
        return self.day - timedelta(days=self.day.weekday())


@dataclass(frozen=True, slots=True)
class ChainDay:
    """Who is in, carried ones included, and whether it counts: everybody counted on this date is in."""

    day: date
    present: frozenset[UUID]
    counts: bool


@dataclass(frozen=True, slots=True)
class Chain:
    links: int
    days: tuple[ChainDay, ...]


def chain(run: Run, members: Sequence[Member], carries: Iterable[Carry] = ()) -> Chain:
    """Every date the chain asks for. Whoever had not joined or had left is not waited for."""
    carried = _holding(run, members, carries)
    days = tuple(_day(members, carried, day) for day in run.days())
    return Chain(sum(day.counts for day in days), days)


def last_to_come(run: Run, members: Sequence[Member], carries: Iterable[Carry], day: date) -> UUID | None:
    """The one member everybody else has come in before, on a date it asks for. For nobody's eyes but theirs."""
    if not run.asks(day):
        return None
    waited_for = _counted(members, day) - _present(members, _holding(run, members, carries), day)
    return next(iter(waited_for)) if len(waited_for) == 1 and len(_counted(members, day)) > 1 else None


def check_carry(run: Run, members: Sequence[Member], carries: Iterable[Carry], carry: Carry, *, today: date) -> None:
    """Whether this carry may be made on `today`, the carrier's own. Raises Refused.

    carry_oneself; carry_not_now (not a date it asks for, or neither today nor yesterday; they are in, or the carrier
    is not); carry_locked before seven kept days; carry_spent: one a week (Monday weeks, by the date carried), and
    nobody twice on a date.
    """
    made = list(carries)
    by_key = {member.key: member for member in members}
    carrier, member = by_key.get(carry.by) if carry.by else None, by_key.get(carry.member)
    if carry.by == carry.member:
        raise Refused(Code.CARRY_ONESELF)
    if carrier is None or member is None or not member.is_counted(carry.day):
        raise Refused(Code.NOT_FOUND)
    if not run.asks(carry.day) or not today - timedelta(days=1) <= carry.day <= today:
        raise Refused(Code.CARRY_NOT_NOW)
    if any(_is_spent_by(one, carry) for one in made):
        raise Refused(Code.CARRY_SPENT)
    if not carrier.is_in(carry.day) or member.is_in(carry.day):
        raise Refused(Code.CARRY_NOT_NOW)
    if not _is_unlocked(run, carrier, carry.day):
        raise Refused(Code.CARRY_LOCKED)


def _is_spent_by(made: Carry, wanted: Carry) -> bool:
    same_week = made.by == wanted.by and made.week == wanted.week
    return same_week or (made.member, made.day) == (wanted.member, wanted.day)


def _holding(run: Run, members: Sequence[Member], carries: Iterable[Carry]) -> frozenset[tuple[UUID, date]]:
    """Who is carried when. A carry rests on its carrier's own days: taken back, they carry nobody."""
    by_key = {member.key: member for member in members}
    return frozenset(
        (carry.member, carry.day) for carry in carries if _holds(run, by_key.get(carry.by) if carry.by else None, carry)
    )


def _holds(run: Run, carrier: Member | None, carry: Carry) -> bool:
    if carry.by == carry.member:
        return False
    return carrier is None or (carrier.is_in(carry.day) and _is_unlocked(run, carrier, carry.day))


def _is_unlocked(run: Run, carrier: Member, day: date) -> bool:
    kept = sum(run.starts_on <= one <= day and carrier.is_in(one) for one in carrier.kept)
    return kept >= UNLOCKED_AFTER


def _day(members: Sequence[Member], carried: frozenset[tuple[UUID, date]], day: date) -> ChainDay:
    counted, present = _counted(members, day), _present(members, carried, day)
    return ChainDay(day, present, bool(counted) and counted <= present)


def _counted(members: Sequence[Member], day: date) -> frozenset[UUID]:
    return frozenset(member.key for member in members if member.is_counted(day))


def _present(members: Sequence[Member], carried: frozenset[tuple[UUID, date]], day: date) -> frozenset[UUID]:
    return who_is_in(members, day) | {key for key in _counted(members, day) if (key, day) in carried}

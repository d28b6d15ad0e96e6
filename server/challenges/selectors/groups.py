"""Loads what the pure rules need to know about groups: five queries, however many groups, members and days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from server.challenges.models import CarryRow, Challenge, Membership
from server.habits.models import CheckIn, Habit, ScheduleVersion
from server.people.models import Person
from server.people.selectors import grace_of, person_clocks
from shared.challenges.chain import Carry
from shared.challenges.kinds import PRIVATE_STAYS_OUT, Kind
from shared.challenges.members import Member, Run, Share, Span
from shared.person_clock import PersonClock
from shared.plans import Measure, Plan, Schedule, Version

Logged = Mapping[date, Decimal]
"""Amounts by day of one habit's check-ins that stand; 0 where none was given."""


@dataclass(frozen=True, slots=True)
class Group:
    """One challenge with everybody who is or was in it. `posts`: by person, days with a check-in while a member.

    `present` are the memberships that stand, oldest first; those of people who are suspended or going are among them.
    """

    challenge: Challenge
    run: Run
    people: Mapping[UUID, Person]
    present: Sequence[Membership]
    members: Sequence[Member]
    posts: Mapping[UUID, frozenset[date]]
    carries: Sequence[Carry]
    clocks: Mapping[UUID, PersonClock]

    @property
    def kind(self) -> Kind:
        return Kind(self.challenge.kind)

    def membership(self, person_id: UUID) -> Membership | None:
        return next((one for one in self.present if one.person_id == person_id), None)

    def grace(self, person_id: UUID) -> timedelta:
        return grace_of(self.people[person_id])


def run_of(challenge: Challenge) -> Run:
    return Run(challenge.starts_on, challenge.ends_on, frozenset(challenge.weekdays))


def load_group(challenge: Challenge) -> Group:
    return load_groups([challenge])[challenge.id]


def load_groups(challenges: Sequence[Challenge]) -> dict[UUID, Group]:
    """Each challenge's group, by its id."""
    rows = Membership.objects.filter(challenge__in=[one.id for one in challenges])
    joined: dict[UUID, list[Membership]] = defaultdict(list)
    for row in rows.select_related("person", "habit").order_by("joined_at", "id"):
        joined[row.challenge_id].append(row)
    everybody = [row for group in joined.values() for row in group]
    habits = {row.habit_id for row in everybody}
    logged, plans = _logged(habits, challenges), _plans([row.habit for row in everybody])
    clocks = person_clocks({row.person_id for row in everybody})
    carries = _carries([one.id for one in challenges])
    return {
        one.id: Group(
            challenge=one,
            run=run_of(one),
            people={row.person_id: row.person for row in joined[one.id]},
            present=[row for row in joined[one.id] if row.left_at is None],
            members=_members(one, joined[one.id], logged, plans),
            posts=_posts(joined[one.id], logged),
            carries=carries[one.id],
            clocks={row.person_id: clocks[row.person_id] for row in joined[one.id]},
        )
        for one in challenges
    }


def _logged(habits: Iterable[UUID], challenges: Sequence[Challenge]) -> dict[UUID, dict[date, Decimal]]:
    found: dict[UUID, dict[date, Decimal]] = defaultdict(dict)
    if not challenges:
        return found
    first, last = min(one.starts_on for one in challenges), max(one.ends_on for one in challenges)
    standing = CheckIn.objects.filter(habit__in=habits, undone_at__isnull=True, date__range=(first, last))
    for habit_id, day, amount in standing.values_list("habit_id", "date", "amount"):
        found[habit_id][day] = amount or Decimal(0)
    return found


def _plans(habits: Iterable[Habit]) -> dict[UUID, Plan]:
    by_id = {habit.id: habit for habit in habits}
    versions: dict[UUID, list[Version]] = defaultdict(list)
    for row in ScheduleVersion.objects.filter(habit__in=by_id).order_by("valid_from"):
        versions[row.habit_id].append(Version(row.valid_from, Schedule.from_json(row.schedule)))
    return {habit_id: Plan(by_id[habit_id].starts_on, tuple(found)) for habit_id, found in versions.items()}


def _carries(challenge_ids: Sequence[UUID]) -> dict[UUID, list[Carry]]:
    found: dict[UUID, list[Carry]] = defaultdict(list)
    for row in CarryRow.objects.filter(challenge__in=challenge_ids).order_by("date", "id"):
        found[row.challenge_id].append(Carry(row.carrier_id, row.member_id, row.date))
    return found


def _members(
    challenge: Challenge, rows: Sequence[Membership], logged: Mapping[UUID, Logged], plans: Mapping[UUID, Plan]
) -> list[Member]:
    """One for each person, in the order in which they came, whatever stretches they were in it for."""
    stretches: dict[UUID, list[Membership]] = defaultdict(list)
    for row in rows:
        stretches[row.person_id].append(row)
    return [
        Member(
            key=person_id,
            spans=tuple(span_of(row) for row in mine),
            kept=frozenset(day for row in mine for day in _kept(challenge, row, logged, plans)),
            shares={day: share for row in mine for day, share in _shares(challenge, row, logged, plans).items()},
        )
        for person_id, mine in stretches.items()
    ]


def span_of(row: Membership) -> Span:
    return Span(row.first, row.left_on)


def _posts(rows: Sequence[Membership], logged: Mapping[UUID, Logged]) -> dict[UUID, frozenset[date]]:
    found: dict[UUID, set[date]] = defaultdict(set)
    for row in rows:
        found[row.person_id] |= {day for day in logged.get(row.habit_id, ()) if span_of(row).touches(day)}
    return {person_id: frozenset(days) for person_id, days in found.items()}


def _kept(
    challenge: Challenge, row: Membership, logged: Mapping[UUID, Logged], plans: Mapping[UUID, Plan]
) -> set[date]:
    """The days of this stretch whose check-in met the habit's own target of that day.

    Staying below something is kept by silence, and silence shows nothing to a group: such days are empty here.
    """
    if row.habit.sensitive and challenge.kind in PRIVATE_STAYS_OUT:
        return set()
    days = _within(row, logged)
    return {day for day, amount in days.items() if _meets(plans[row.habit_id].in_force(day), amount)}


def _meets(schedule: Schedule, amount: Decimal) -> bool:
    if schedule.measure is Measure.AT_LEAST:
        return amount >= (schedule.target or 0)
    return schedule.measure is Measure.TICK


def _shares(
    challenge: Challenge, row: Membership, logged: Mapping[UUID, Logged], plans: Mapping[UUID, Plan]
) -> dict[date, Share]:
    if challenge.kind != Kind.GOAL or row.habit.sensitive:
        return {}
    found = {}
    for day, amount in _within(row, logged).items():
        schedule = plans[row.habit_id].in_force(day)
        if schedule.measure is Measure.AT_LEAST and schedule.unit == challenge.unit:
            found[day] = Share(amount, schedule.target or Decimal(0))
    return found


def _within(row: Membership, logged: Mapping[UUID, Logged]) -> Logged:
    span = span_of(row)
    return {day: amount for day, amount in logged.get(row.habit_id, {}).items() if span.touches(day)}

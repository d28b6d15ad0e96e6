"""Making a challenge, starting one from another, and changing one that runs."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from server.challenges.facts import CHALLENGE_CHANGED
from server.challenges.models import Challenge, Membership
from server.challenges.selectors.groups import Group, load_group, run_of
from server.challenges.selectors.reading import get_membership, present_in
from server.challenges.services.ends import look_for_end
from server.challenges.services.locks import lock_group
from server.challenges.services.members import become_member, check_may_join, latest_today
from server.challenges.services.terms import Brought, Terms, check_age, check_dates, check_terms, with_defaults
from server.kernel.allowances import spend
from server.kernel.facts import record
from server.kernel.text import one_line
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from shared import ids, limits
from shared.challenges.goal import goal
from shared.challenges.kinds import Kind
from shared.codes import Code, Refused
from shared.days import habit_day


@dataclass(frozen=True, slots=True)
class Edit:
    """None leaves as it is."""

    title: str | None = None
    icon: str | None = None
    reward: str | None = None
    open_to_fork: bool | None = None
    ends_on: date | None = None
    weekdays: frozenset[int] | None = None
    goal: Decimal | None = None


@transaction.atomic
def make_challenge(
    *, creator: Person, challenge_id: UUID, terms: Terms, brought: Brought, now: datetime,
    forked_from: Challenge | None = None,
) -> tuple[Challenge, bool]:  # fmt: skip
    """A new challenge with its creator in it, and whether it is new. The same id again is done.

    Raises Refused: not_found for another's id, challenge_dates, invalid, grown_ups_only, too_many_challenges,
    too_many, not_confirmed_yet, and what bringing a habit refuses.
    """
    lock_people(creator.id)
    if Challenge.objects.filter(id=challenge_id).exists():
        return get_created(creator, challenge_id).challenge, False
    if not ids.is_uuid7(challenge_id):
        raise Refused(Code.INVALID, "A challenge's id is a UUIDv7.")
    terms, today = with_defaults(terms), habit_day(person_clock(creator.id), now)
    check_terms(terms, today=today)
    check_age(terms.kind, creator, today=today)
    check_may_join(creator, now=now)
    spend("challenges", creator.id, rate=limits.CHALLENGES_PER_DAY, now=now)
    challenge = Challenge.objects.create(
        id=challenge_id, creator=creator, kind=terms.kind, title=terms.title, icon=terms.icon,
        starts_on=terms.starts_on, ends_on=terms.ends_on, weekdays=sorted(terms.weekdays), unit=terms.unit,
        goal=terms.goal, asks_at=terms.asks_at, reward=one_line(terms.reward), open_to_fork=terms.open_to_fork,
        forked_from=forked_from, created_at=now,
    )  # fmt: skip
    become_member(challenge, creator, brought, first=terms.starts_on, now=now)
    return challenge, True


@transaction.atomic
def fork_challenge(
    *, creator: Person, challenge_id: UUID, from_id: UUID, starts_on: date, brought: Brought, now: datetime
) -> tuple[Challenge, bool]:  # fmt: skip
    """The same once more, as long as the first, with nobody in it but its creator. The same id again is done.

    Raises Refused: not_found for whoever is not in the first, challenge_private, and what making one refuses.
    """
    theirs = get_membership(creator, from_id).challenge
    if not theirs.open_to_fork and theirs.creator_id != creator.id:
        raise Refused(Code.CHALLENGE_PRIVATE)
    terms = Terms(
        kind=Kind(theirs.kind), title=theirs.title, icon=theirs.icon, starts_on=starts_on,
        ends_on=starts_on + (theirs.ends_on - theirs.starts_on), weekdays=frozenset(theirs.weekdays),
        unit=theirs.unit, goal=theirs.goal, asks_at=theirs.asks_at,
    )  # fmt: skip
    return make_challenge(
        creator=creator, challenge_id=challenge_id, terms=terms, brought=brought, now=now, forked_from=theirs
    )


@transaction.atomic
def edit_challenge(*, creator: Person, challenge_id: UUID, edit: Edit, now: datetime) -> Challenge:
    """Change what its members read. Days that were lived anywhere stay as they are.

    Raises Refused: not_found for anybody but its creator; challenge_over; challenge_runs for an end before a date
    somebody lives already, for other weekdays once it has begun, and for a goal that is reached; challenge_dates.
    """
    get_created(creator, challenge_id)
    challenge = lock_group(challenge_id, creator.id)
    get_created(creator, challenge_id)
    if challenge.ended_at is not None:
        raise Refused(Code.CHALLENGE_OVER)
    _check_edit(challenge, edit, now)
    changed = _changes(edit)
    for name, value in changed.items():
        setattr(challenge, name, value)
    challenge.save(update_fields=list(changed))
    look_for_end(challenge)
    for person_id in sorted(one.person_id for one in load_group(challenge).present):
        record(CHALLENGE_CHANGED, person_id=person_id, now=now, challenge=str(challenge.id))
    return challenge


def get_created(creator: Person, challenge_id: UUID) -> Membership:
    """The place of whoever looks after this challenge. Raises Refused(not_found) for anybody else."""
    mine = present_in(creator).filter(challenge=challenge_id, challenge__creator=creator).first()
    if mine is None:
        raise Refused(Code.NOT_FOUND)
    return mine


def _check_edit(challenge: Challenge, edit: Edit, now: datetime) -> None:
    group = load_group(challenge)
    latest, before = latest_today(group, now), run_of(challenge)
    after = replace(before, ends_on=edit.ends_on or before.ends_on, weekdays=edit.weekdays or before.weekdays)
    if after.ends_on != before.ends_on and min(after.ends_on, before.ends_on) < latest:
        raise Refused(Code.CHALLENGE_RUNS)
    if after.weekdays != before.weekdays and latest >= before.starts_on:
        raise Refused(Code.CHALLENGE_RUNS)
    check_dates(group.kind, after)
    if edit.goal is not None and edit.goal != challenge.goal:
        _check_goal(group, edit.goal)


def _check_goal(group: Group, wanted: Decimal) -> None:
    """Only of a goal, and only until it is reached."""
    challenge = group.challenge
    if challenge.goal is None or wanted <= 0:
        raise Refused(Code.INVALID, "goal")
    if goal(group.run, group.members, challenge.goal, remembered=challenge.remembered).reached_on is not None:
        raise Refused(Code.CHALLENGE_RUNS)


def _changes(edit: Edit) -> dict[str, object]:
    """What is said, by column, as it is kept."""
    said = {name: getattr(edit, name) for name in edit.__slots__ if getattr(edit, name) is not None}
    if edit.weekdays is not None:
        said["weekdays"] = sorted(edit.weekdays)
    if edit.reward is not None:
        said["reward"] = one_line(edit.reward)
    return said

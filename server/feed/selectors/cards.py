"""Friends' check-ins as cards: everything a card says is gathered for all of them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from server.beside.selectors.anchors import Beside, anchors_of
from server.comments.models import Comment
from server.comments.selectors import may_comment, own_on
from server.habits.models import CheckIn, CheckInPhoto, ScheduleVersion
from server.habits.selectors.audiences import audience_of
from server.habits.selectors.days import day_numbers, public_amounts, slots_of
from server.habits.selectors.photo_places import Ends, first_and_last_photos
from server.media.models import PhotoState
from server.people.models import Person
from server.responses.selectors import NOTHING, DayAct, acts_on
from shared.plans import Schedule


@dataclass(frozen=True, slots=True)
class Card:
    """One check-in as `viewer` may see it now. `earlier` is how many answered before them, `said` what they wrote.

    `may_write`: in words of their own.
    """

    check_in: CheckIn
    day_number: int
    amount: Decimal | None
    unit: str
    slots: Sequence[CheckInPhoto] = ()
    ends: Ends | None = None
    mine: DayAct = field(default=NOTHING)
    beside: Beside | None = None
    earlier: int = 0
    said: Sequence[Comment] = ()
    may_write: bool = False


def cards_of(check_ins: Sequence[CheckIn], *, viewer: Person, now: datetime) -> list[Card]:
    """The cards of check-ins this viewer may see. The number of queries doesn't depend on how many."""
    habit_ids = {check_in.habit_id for check_in in check_ins}
    numbers, slots = day_numbers(check_ins), slots_of(check_ins)
    acts, ends, plans = (
        acts_on([c.id for c in check_ins], viewer=viewer),
        first_and_last_photos(habit_ids),
        _versions(habit_ids),
    )
    amounts = public_amounts(check_ins)
    anchors = anchors_of([(check_in.habit_id, check_in.date) for check_in in check_ins], viewer=viewer)
    said, owners = own_on([c.id for c in check_ins], viewer), {(c.habit_id, c.owner_id) for c in check_ins}
    open_habits = may_comment(viewer, owners, now=now)
    seated = {habit: {seat.person_id for seat in seats} for habit, seats in audience_of(habit_ids).items()}
    return [
        Card(
            check_in=check_in,
            day_number=numbers[check_in.id],
            amount=amounts[check_in.id],
            unit=_unit(plans[check_in.habit_id], check_in),
            slots=[] if check_in.hidden_at else _ready(slots[check_in.id]),
            ends=ends.get(check_in.habit_id),
            mine=acts[check_in.id].get(viewer.id, NOTHING),
            beside=anchors.get((check_in.habit_id, check_in.date)),
            earlier=_earlier(acts[check_in.id], viewer.id, seated.get(check_in.habit_id, set())),
            said=said.get(check_in.id, ()),
            may_write=check_in.habit_id in open_habits,
        )
        for check_in in check_ins
    ]


def _ready(slots: Sequence[CheckInPhoto]) -> list[CheckInPhoto]:
    return [slot for slot in slots if slot.photo and slot.photo.state == PhotoState.READY]


def _earlier(acts: Mapping[UUID, DayAct], viewer_id: UUID, seated: set[UUID]) -> int:
    mine = acts.get(viewer_id, NOTHING).answered_at
    others = [act.answered_at for person, act in acts.items() if person != viewer_id and person in seated]
    return sum(at is not None and (mine is None or at < mine) for at in others)


def _versions(habit_ids: set[UUID]) -> dict[UUID, list[ScheduleVersion]]:
    plans: dict[UUID, list[ScheduleVersion]] = {habit_id: [] for habit_id in habit_ids}
    for version in ScheduleVersion.objects.filter(habit__in=habit_ids).order_by("valid_from"):
        plans[version.habit_id].append(version)
    return plans


def _unit(versions: list[ScheduleVersion], check_in: CheckIn) -> str:
    """As the schedule in force on that day counts; the first version also holds for days before it."""
    begun = [version for version in versions if version.valid_from <= check_in.date]
    return Schedule.from_json((begun or versions[:1])[-1].schedule).unit

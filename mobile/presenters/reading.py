"""One habit of the owner, read at one instant: everything Today and compose say about it follows from this."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from mobile.store import beside, instants, misses, snapshots
from mobile.store.database import Body
from mobile.store.histories import history_of
from mobile.store.own import Own
from shared import limits, moods
from shared.days import grace_ends_at, habit_day
from shared.history import History
from shared.ids import miss_id
from shared.moods import Act, Mood, Role
from shared.plans import Measure, Schedule
from shared.schedule import Duty, due_after, duty, quota_count
from shared.seasons import Standing, standing
from shared.states import DayState, Fold, MissFold, MissStatus, fold

_DAY = timedelta(days=1)
_KEPT = (DayState.DONE, DayState.LATE)
_SHOWN = ("ready", "waiting")
"""States of a photo's slot; a refused or missing one says why instead."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the crowd and what they did."""

    id: str
    name: str
    avatar: str
    act: Act
    answered_at: datetime | None
    cheer: str | None
    looked_at: datetime | None = None
    picture: str | None = None
    """Names the picture of their own face, where that is their answer."""
    cheering: str | None = None
    """The same, where they cheered about the miss that is open with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    habit: Body
    today: date
    now: datetime
    history: History
    fold: Fold
    days: dict[str, Body]
    """ISO date -> check-in that stands."""
    resting: bool
    miss: MissFold | None
    """The newest miss still open."""
    crowd: tuple[Member, ...]
    named: str | None
    """A witness who agreed and looked within three days."""
    letter_misses: tuple[Body, ...]
    """My misses that made something of the blue letter, as the server printed them, newest first."""
    letter: Body | None
    """Whether there is a standing letter: {has, off}."""
    beside: Body | None
    """What its days stand beside, in the server's shape; None is my own day 1."""
    spared: bool
    """The miss falls into a bad week: nothing is cold, one question is asked."""

    @property
    def check_in(self) -> Body | None:
        return self.days.get(self.today.isoformat())

    @property
    def state(self) -> DayState:
        return self.fold.states.get(self.today, DayState.NOT_DUE)

    @property
    def done(self) -> bool:
        return self.check_in is not None and self.state in _KEPT

    @property
    def schedule(self) -> Schedule:
        return self.history.plan.in_force(self.today)

    @property
    def number(self) -> int:
        """The day number today has, or will have once it is posted."""
        return self.fold.day_number + (self.check_in is None)

    @property
    def duty(self) -> Duty:
        return duty(self.history, self.today)

    @property
    def due_next(self) -> date | None:
        return due_after(self.history, self.today)

    @property
    def quota(self) -> tuple[int, int] | None:
        return quota_count(self.history, self.today)

    @property
    def season(self) -> Standing:
        return standing(self.history.plan.seasons, self.today)

    @property
    def is_at_most(self) -> bool:
        return self.schedule.measure is Measure.AT_MOST

    @property
    def came_back(self) -> bool:
        return self.done and moods.came_back(self.fold, self.today)

    @property
    def alone(self) -> bool:
        return not self.crowd

    @property
    def fresh_miss(self) -> MissFold | None:
        """The open miss while it is young enough to be spoken of."""
        young = self.miss is not None and self.now - self.miss.closed_at <= limits.COLD_MAX
        return self.miss if young else None

    @property
    def saw_miss(self) -> tuple[Member, ...]:
        return tuple(member for member in self.crowd if member.act.saw_miss)

    @property
    def mood(self) -> Mood:
        return moods.mood(
            resting=self.resting and not self.done,
            done_today=self.done,
            came_back=self.came_back,
            miss_closed_at=self.miss.closed_at if self.miss else None,
            miss_seen=bool(self.saw_miss) and not self.spared,
            now=self.now,
        )

    @property
    def in_grace(self) -> date | None:
        """Yesterday, while it is due, empty and may still be added."""
        yesterday = self.today - _DAY
        if self.fold.states.get(yesterday) is not DayState.GRACE or self.schedule.measure is Measure.AT_MOST:
            return None
        return yesterday if self.now < self.grace_end(yesterday) else None

    def grace_end(self, day: date) -> datetime:
        return grace_ends_at(self.history.clock, day, self.history.grace)

    def number_of(self, day: str) -> int:
        """The day number of the check-in of this date."""
        return sum(1 for other in self.days if other <= day)

    def photo_days(self) -> list[Body]:
        """Check-ins with a photo that can be shown, oldest first."""
        return [body for _, body in sorted(self.days.items()) if any(_is_shown(slot) for slot in body["photos"])]


def shown_slot(check_in: Body) -> Body | None:
    """The photo of a check-in that is shown."""
    return next((slot for slot in check_in["photos"] if _is_shown(slot)), None)


def _is_shown(slot: Body) -> bool:
    return slot["state"] in _SHOWN


def tick_amount(reading: Reading, day: date) -> str | None:
    """What "done" means in numbers: the target; for an at-most habit what is logged already, or nothing at all."""
    schedule = reading.history.plan.in_force(day)
    if schedule.measure is Measure.AT_LEAST:
        return str(schedule.target)
    if schedule.measure is Measure.AT_MOST:
        posted = reading.days.get(day.isoformat())
        return (posted["amount"] if posted else None) or "0"
    return None


def read_habit(db: sqlite3.Connection, mine: Own, habit: Body, now: datetime) -> Reading:
    history = history_of(mine, habit)
    today = habit_day(mine.clock, now)
    folded = fold(history, now)
    miss = next((miss for miss in reversed(folded.misses) if miss.status is MissStatus.OPEN), None)
    resting = any(span.covers(today) for span in history.rests)
    item = today_item(db, habit["id"])
    named = item.get("named")
    return Reading(
        habit=habit, today=today, now=now, history=history, fold=folded, days=mine.days(habit["id"]), resting=resting,
        miss=miss, crowd=_crowd(mine, habit, item, today, miss), named=named["id"] if named else None,
        letter_misses=_letter_misses(mine, habit["id"]), letter=mine.letters.get(habit["id"]),
        beside=beside.anchor(db, habit["id"]),
        spared=miss is not None and (_is_told_spared(item, miss) or _missed_together(db, miss)),
    )  # fmt: skip


def _letter_misses(mine: Own, habit_id: str) -> tuple[Body, ...]:
    lettered = (miss for miss in mine.misses if miss["habit"] == habit_id and miss.get("letter"))
    return tuple(sorted(lettered, key=lambda miss: str(miss["date"]), reverse=True))


def _is_told_spared(item: Body, miss: MissFold) -> bool:
    told: Body = item.get("miss") or {}
    return bool(told.get("date") == miss.day.isoformat() and item["spared"])


def _missed_together(db: sqlite3.Connection, miss: MissFold) -> bool:
    """Several habits on one date: this phone can tell by itself."""
    that_day = [one for one in misses.listed(db) if one["date"] == miss.day.isoformat()]
    return len([one for one in that_day if one["state"] == MissStatus.OPEN]) >= limits.MISSED_TOGETHER


def today_item(db: sqlite3.Connection, habit_id: str) -> Body:
    """What the server told last about this habit; empty when nothing."""
    items = snapshots.get(db, snapshots.TODAY).get("habits", [])
    return next((item for item in items if item["id"] == habit_id), {})


def _crowd(mine: Own, habit: Body, item: Body, today: date, miss: MissFold | None) -> tuple[Member, ...]:
    """As the server last told it. What it told about another date doesn't hold today; a miss holds while it is open."""
    seen_by = _seen_by(mine, habit, miss)
    if not item:
        seats = (seat for seat in habit["seats"] if seat["state"] == "accepted")
        return tuple(_member(_not_looked(seat), seen_by, False, False) for seat in seats)
    same_day = item["date"] == today.isoformat()
    same_miss = miss is not None and item["miss"] is not None and item["miss"]["date"] == miss.day.isoformat()
    return tuple(_member(told, seen_by, same_day, same_miss) for told in item["crowd"])


def _instant(told: Body, name: str) -> datetime | None:
    return instants.from_text(told[name]) if told.get(name) else None


def _not_looked(seat: Body) -> Body:
    return {"person": seat["person"], "role": seat["role"], "looked": False, "answer": None, "answered_at": None,
            "saw_miss": False, "miss_answer": None}  # fmt: skip


def _seen_by(mine: Own, habit: Body, miss: MissFold | None) -> frozenset[str]:
    if miss is None:
        return frozenset()
    name = str(miss_id(UUID(habit["id"]), miss.day))
    return frozenset(person for told in mine.misses if told["id"] == name for person in told["seen_by"])


def _member(told: Body, seen_by: frozenset[str], same_day: bool, same_miss: bool) -> Member:
    person, role = told["person"], Role(told["role"])
    miss_answer = told["miss_answer"] if same_miss else None
    answered_at = told["answered_at"] if same_day else None
    act = Act(
        person_id=UUID(person["id"]),
        role=role,
        looked=same_day and told["looked"],
        answer=told["answer"] if same_day else None,
        saw_miss=role is Role.WITNESS and (person["id"] in seen_by or (same_miss and told["saw_miss"])),
        miss_answer=miss_answer["kind"] if miss_answer else None,
    )
    return Member(
        id=person["id"], name=person["name"], avatar=person["avatar"], act=act,
        answered_at=instants.from_text(answered_at) if answered_at else None,
        cheer=_badge(miss_answer) if miss_answer else None,
        cheering=miss_answer.get("picture") if miss_answer else None,
        looked_at=_instant(told, "looked_at") if same_day else None,
        picture=told.get("picture") if same_day else None,
    )  # fmt: skip


def _badge(miss_answer: Body) -> str | None:
    """What stands by the face of whoever cheered; a face alone is an embrace."""
    return miss_answer.get("preset") or ("hug" if miss_answer["kind"] == "cheer" else None)

"""The owner's own data as a screen shows it: the server's rows with everything unsent laid over them.

The server's rows are never touched by what a person does here; the overlay is folded anew from the outbox on each
read. So an older print can never overwrite something newer that is still unsent, and a dropped command leaves no trace.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mobile.store import (
    check_ins,
    circles,
    clock_history,
    habits,
    instants,
    kv,
    letters,
    me,
    misses,
    outbox,
    rests,
    seasons,
)
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared import limits
from shared.days import PersonClock, closes_at
from shared.seasons import begin


@dataclass(frozen=True, slots=True)
class Own:
    """One consistent reading. Undone check-ins, archived habits and ended rests are left out."""

    me: Body | None
    clock: PersonClock
    habits: tuple[Body, ...]
    check_ins: dict[str, dict[str, Body]]
    """Habit id -> ISO date -> check-in."""
    rests: tuple[Body, ...]
    misses: tuple[Body, ...]
    letters: dict[str, Body]
    """Habit id -> whether it has a blue letter; never a word of it."""

    @property
    def grace(self) -> timedelta:
        """Wall time into the next date during which a day may still be added."""
        return timedelta(minutes=self.me["grace_minutes"]) if self.me else limits.GRACE_DEFAULT

    def habit(self, habit_id: str | None) -> Body | None:
        return next((habit for habit in self.habits if habit["id"] == habit_id), None)

    def days(self, habit_id: str) -> dict[str, Body]:
        return self.check_ins.get(habit_id, {})


def read(db: sqlite3.Connection, *, days_of: str | None = None, since: date = date.min) -> Own:
    """All of it; of check-ins only those of habit `days_of` and from `since` on: one screen needs no years of them."""
    waiting = outbox.waiting(db)
    clock = clock_history.get(db)
    standing = _habits({habit["id"]: habit for habit in habits.listed(db)}, waiting)
    wanted = {habit["id"] for habit in standing if days_of in (None, habit["id"])}
    return Own(
        me=_me(me.get(db), waiting),
        clock=clock,
        habits=standing,
        check_ins=_check_ins(
            check_ins.of_habits(db, wanted, since.isoformat()), [c for c in waiting if _is_about(c, wanted)], clock
        ),
        rests=_rests({rest["id"]: rest for rest in rests.listed(db)}, waiting),
        misses=tuple(_misses([miss for miss in misses.listed(db) if miss["habit"] in wanted], waiting)),
        letters=_letters(letters.blue(db), waiting),
    )


def read_me(db: sqlite3.Connection) -> Body | None:
    return _me(me.get(db), outbox.waiting(db))


def read_habits(db: sqlite3.Connection) -> tuple[Body, ...]:
    return _habits({habit["id"]: habit for habit in habits.listed(db)}, outbox.waiting(db))


def selected(db: sqlite3.Connection) -> Body | None:
    """The habit chosen last, or the first; None when nothing is promised."""
    habits_here, remembered = read_habits(db), kv.get(db, kv.SELECTED_HABIT)
    return next((one for one in habits_here if one["id"] == remembered), next(iter(habits_here), None))


def _is_about(command: Command, habit_ids: set[str]) -> bool:
    return command.target.get("habit") in habit_ids


def _me(body: Body | None, waiting: list[Command]) -> Body | None:
    if body is None:
        return None
    for command in waiting:
        if command.kind in (Kind.EDIT_ME, Kind.CLOCK):
            body = body | command.body
    return body


def _habits(known: dict[str, Body], waiting: list[Command]) -> tuple[Body, ...]:
    for command in waiting:
        habit_id = command.target.get("habit", "")
        if command.kind in (Kind.HABIT, Kind.START_BESIDE) and habit_id not in known:
            known[habit_id] = _new_habit(command)
        elif habit_id in known:
            known[habit_id] = _edited(known[habit_id], command)
    standing = (habit for habit in known.values() if not habit["archived"])
    return tuple(sorted(standing, key=lambda habit: (habit["created_at"], habit["id"])))


def _new_habit(command: Command) -> Body:
    promise: Body = command.body["promise"] if command.kind is Kind.START_BESIDE else command.body
    version = {"valid_from": promise["starts_on"], "schedule": promise["schedule"]}
    return promise | {
        "id": command.target["habit"], "archived": False, "created_at": instants.to_text(command.at),
        "versions": [version], "judged_through": None, "seats": [],
        "seasons": [begin(1, date.fromisoformat(promise["starts_on"])).to_json()],
    }  # fmt: skip


def _edited(habit: Body, command: Command) -> Body:
    match command.kind:
        case Kind.EDIT_HABIT:
            return _with_edit(habit, command)
        case Kind.ARCHIVE_HABIT:
            return habit | {"archived": True}
        case Kind.RENEW_SEASON | Kind.CHANGE_SEASON:
            return seasons.after(_with_schedule(habit, command), command)
        case Kind.ASK_SEAT | Kind.END_SEAT:
            return habit | {"seats": _seats_after(habit, command)}
        case Kind.SHOW_TO_CIRCLE | Kind.HIDE_FROM_CIRCLE:
            return circles.shown(habit, command)
    return habit


def _with_edit(habit: Body, command: Command) -> Body:
    return _with_schedule(habit | command.body, command)


def _with_schedule(habit: Body, command: Command) -> Body:
    """A schedule that was asked for holds from its day on."""
    if "schedule" not in command.body:
        return habit
    valid_from, schedule = command.target["valid_from"], command.body["schedule"]
    earlier = [version for version in habit["versions"] if version["valid_from"] < valid_from]
    versions = [*earlier, {"valid_from": valid_from, "schedule": schedule}]
    return habit | {"schedule": schedule, "versions": versions}


def _seats_after(habit: Body, command: Command) -> list[Body]:
    others = [seat for seat in habit["seats"] if seat["person"]["id"] != command.target["person"]]
    if command.kind is Kind.END_SEAT:
        return others
    return [*others, {"person": command.body["person"], "role": command.body["role"], "state": "invited"}]


def _check_ins(known: list[Body], waiting: list[Command], clock: PersonClock) -> dict[str, dict[str, Body]]:
    days: dict[str, dict[str, Body]] = {}
    for body in known:
        if body["undone_at"] is None:
            days.setdefault(body["habit"], {})[body["date"]] = body
    for command in waiting:
        if command.kind is Kind.DAY:
            of_habit = days.setdefault(command.target["habit"], {})
            of_habit[command.target["date"]] = _posted(of_habit.get(command.target["date"]), command, clock)
        elif command.kind is Kind.UNDO:
            days.get(command.target["habit"], {}).pop(command.target["date"], None)
    return days


def _posted(before: Body | None, command: Command, clock: PersonClock) -> Body:
    """The check-in as the server will print it: the first capture stays, the later words win, photos are all kept."""
    day = date.fromisoformat(command.target["date"])
    captured_at = instants.from_text(command.body["captured_at"])
    fresh: Body = {
        "id": "", "habit": command.target["habit"], "date": command.target["date"],
        "captured_at": command.body["captured_at"], "received_at": None, "late": captured_at >= closes_at(clock, day),
        "extra": False, "caption": command.body.get("caption", ""), "amount": command.body.get("amount"),
        "source": command.body["source"], "photos": [], "undone_at": None, "updated_at": command.body["captured_at"],
    }  # fmt: skip
    base = fresh if before is None else before | {key: fresh[key] for key in ("caption", "amount", "source")}
    return base | {"photos": _with_photos(base["photos"], command.body["photos"])}


def _with_photos(slots: list[Body], photo_ids: list[str]) -> list[Body]:
    known = {slot["photo"] for slot in slots}
    n = max((slot["n"] for slot in slots), default=-1)
    fresh = [photo_id for photo_id in photo_ids if photo_id not in known]
    added = [{"n": n + 1 + i, "photo": photo_id, "state": "waiting", "code": None, "width": None, "height": None}
             for i, photo_id in enumerate(fresh)]  # fmt: skip
    return [*slots, *added]


def _rests(known: dict[str, Body], waiting: list[Command]) -> tuple[Body, ...]:
    for command in waiting:
        if command.kind is Kind.HARD_TIME:
            resting = {"id": command.target["rest"], "habit": None, "first": command.target["first"], "last": None}
            known[command.target["rest"]] = resting
        elif command.kind is Kind.REST:
            known[command.target["rest"]] = command.body | {"id": command.target["rest"]}
        elif command.kind is Kind.END_REST:
            known.pop(command.target["rest"], None)
    return tuple(known.values())


def _misses(known: list[Body], waiting: list[Command]) -> Iterator[Body]:
    """A letter I asked to open, or left closed, says so until the server has answered."""
    asked = {c.target["miss"]: c.body["choice"] for c in waiting if c.kind is Kind.ANSWER_LETTER}
    for miss in known:
        choice = asked.get(miss["id"])
        yield miss | {"letter": miss["letter"] | {"asked": choice}} if choice and miss.get("letter") else miss


def _letters(known: dict[str, Body], waiting: list[Command]) -> dict[str, Body]:
    for command in waiting:
        if command.kind in (Kind.WRITE_BLUE, Kind.TAKE_BLUE):
            has = command.kind is Kind.WRITE_BLUE
            since = instants.to_text(command.at) if has else None
            known[command.target["habit"]] = {
                "habit": command.target["habit"],
                "has": has,
                "since": since,
                "off": False,
            }
    return known

"""The page of one habit: its months, its days, what its photos make together, and numbers for its owner alone."""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta

from mobile.actions import rest as resting
from mobile.actions.check_in import check_in
from mobile.actions.undo import undo_check_in
from mobile.presenters import copy, habit_copy, pictures
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import crowd_faces
from mobile.presenters.habit_album import duet_of, duets_of, film_of, neighbour
from mobile.presenters.habit_days import begins, day_of, ends, month_of
from mobile.presenters.habit_numbers import easiest_of, numbers_of, weekdays_of
from mobile.presenters.habit_state import DayWay, HabitState
from mobile.presenters.reading import Reading, read_habit, tick_amount
from mobile.presenters.views import FaceView
from mobile.store import albums, kv, own
from shared.codes import Refused
from shared.moods import Role

_LONGEST_MONTH = timedelta(days=31)


class HabitPresenter(StorePresenter[HabitState]):
    """Draws nothing while nobody looks: a life of days is folded for one screen only."""

    def __init__(self, phone: Phone) -> None:
        self._habit_id = ""
        self._month: date | None = None
        """First day of the month that is open; None: this one."""
        self._day: date | None = None
        self._duet = ""
        self._problem = ""
        super().__init__(phone, HabitState())

    def open(self, habit_id: str) -> None:
        self._habit_id, self._month, self._day, self._duet, self._problem = habit_id, None, None, "", ""
        self.redraw()
        self._fetch()

    def close(self) -> None:
        self._habit_id = ""
        self.redraw()

    # Drawing
    def _draw(self) -> HabitState:
        if not self._habit_id:
            return HabitState()
        with self.phone.store.read() as db:
            reading, mine = self._reading(db)
            if reading is None:
                return HabitState()
            hidden = bool(kv.get(db, kv.NUMBERS))
            faces = crowd_faces(reading, mine.me, pictures.faces(self.phone.store, db, reading))
        return self._drawn(reading, faces=faces, hidden=hidden)

    def _reading(self, db: sqlite3.Connection) -> tuple[Reading | None, own.Own]:
        mine = own.read(db, days_of=self._habit_id)
        habit = mine.habit(self._habit_id)
        return (read_habit(db, mine, habit, self.phone.clock.now()) if habit else None), mine

    def _drawn(self, reading: Reading, *, faces: tuple[FaceView, ...], hidden: bool) -> HabitState:
        store, shown, weekdays = self.phone.store, reading.photo_days(), weekdays_of(reading)
        pages, film = film_of(store, reading, shown) if len(shown) > 1 else (0, ())
        friends = sorted(reading.crowd, key=lambda member: member.act.role is not Role.WITNESS)
        return HabitState(
            habit_id=self._habit_id,
            title=reading.habit["title"],
            line=habit_copy.line(reading.schedule, [friend.name for friend in friends]),
            headline=copy.day_label(max(1, reading.fold.day_number)),
            faces=() if reading.alone else faces,
            month=month_of(reading, self._month or reading.today.replace(day=1)),
            day=day_of(store, reading, self._day) if self._day else None,
            numbers=None if hidden else numbers_of(reading),
            weekdays=() if hidden else weekdays,
            easiest="" if hidden else easiest_of(weekdays),
            duets=duets_of(store, reading, shown),
            duet=duet_of(store, reading, shown, self._duet),
            film=film,
            film_title=habit_copy.film(len(shown)) if len(shown) > 1 else "",
            film_line=habit_copy.film_waits(len(film), pages),
            offline=self.phone.status.offline,
            problem=self._problem,
        )

    # Months
    def earlier(self) -> None:
        self._turn(lambda first: (first - timedelta(days=1)).replace(day=1))

    def later(self) -> None:
        self._turn(lambda first: (first + _LONGEST_MONTH).replace(day=1))

    def _turn(self, step: Callable[[date], date]) -> None:
        with self.phone.store.read() as db:
            reading, _ = self._reading(db)
        if reading is None:
            return
        wanted = step(self._month or reading.today.replace(day=1))
        self._month = max(begins(reading).replace(day=1), min(wanted, ends(reading)))
        self.redraw()
        self._fetch()

    def _fetch(self) -> None:
        """Have the photos of this month and of the film brought here."""
        with self.phone.store.read() as db:
            reading, _ = self._reading(db)
            known = albums.looked_at(db)
        if reading is None:
            return
        month = f"{self._month or reading.today:%Y-%m}"
        if (known.habit, known.month) != (self._habit_id, month):
            with self.phone.store.write() as db:
                albums.look_at(db, self._habit_id, month)
        self.phone.sync_now()

    # One day
    def touch(self, day: str) -> None:
        self._day, self._problem = date.fromisoformat(day), ""
        self.redraw()

    def put_day_away(self) -> None:
        self._day = None
        self.redraw()

    def do(self, day: str, way: DayWay) -> None:
        """What this day still allows, but for a photo, which compose takes."""
        doing = {
            DayWay.TICK: self._tick, DayWay.REST: self._rest, DayWay.NO_REST: self._no_rest, DayWay.UNDO: self._undo,
        }[way]  # fmt: skip
        try:
            self._problem = ""
            doing(date.fromisoformat(day))
        except Refused as refused:
            self._problem = copy.refusal(refused.code)
        self.put_day_away()

    def _tick(self, day: date) -> None:
        phone, now = self.phone, self.phone.clock.now()
        with phone.store.read() as db:
            reading, _ = self._reading(db)
        amount = tick_amount(reading, day) if reading else None
        check_in(phone.store, habit_id=self._habit_id, day=day, now=now, zone=phone.zone(), amount=amount)

    def _rest(self, day: date) -> None:
        now = self.phone.clock.now()
        resting.rest(self.phone.store, first=day, last=day, habit_id=self._habit_id, now=now)

    def _no_rest(self, day: date) -> None:
        now = self.phone.clock.now()
        resting.take_rest_back(self.phone.store, day=day, habit_id=self._habit_id, now=now)

    def _undo(self, day: date) -> None:
        undo_check_in(self.phone.store, habit_id=self._habit_id, day=day, now=self.phone.clock.now())

    # Photos together
    def show_duet(self, day: str) -> None:
        """Day 1 beside this day; empty: look at none."""
        self._duet = day
        self.redraw()

    def step_duet(self, step: int) -> None:
        with self.phone.store.read() as db:
            reading, _ = self._reading(db)
        if reading is not None and self._duet:
            self.show_duet(neighbour(reading.photo_days(), self._duet, step))

    # Numbers
    def hide_numbers(self, hidden: bool) -> None:
        """Put them away on this phone, or look at them; nobody else ever sees them."""
        with self.phone.store.write() as db:
            kv.put(db, kv.NUMBERS, "on" if hidden else "")

"""Beside: what the days of the habit chosen stand beside, who is kept beside it, and starting beside a friend."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from mobile.actions import beside as acts
from mobile.actions.habits import edit_habit
from mobile.device.clip_prep import VIDEOS
from mobile.presenters import beside_bands, beside_copy, copy
from mobile.presenters.anchors import name_of
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.beside_state import BesideState, MyHabit, TheirDay
from mobile.presenters.reading import read_habit
from mobile.presenters.their_days import as_anchor, as_model
from mobile.store import beside, own
from mobile.store.database import Body
from shared.codes import Code, Refused
from shared.languages import say


class BesidePresenter(StorePresenter[BesideState]):
    def __init__(self, phone: Phone) -> None:
        self._problem = ""
        self._busy = False
        super().__init__(phone, BesideState())

    def _draw(self) -> BesideState:
        with self.phone.store.read() as db:
            offers = beside_bands.offer_views(db, all_of_them=True)
            habit = own.selected(db)
            if habit is None:
                return BesideState(offers=offers, problem=self._problem)
            told = beside.anchor(db, habit["id"])
            return BesideState(
                habit_id=habit["id"],
                title=habit["title"],
                kind=told["kind"] if told else beside.DAY_ONE,
                name=self._name(db, habit),
                models=beside_bands.model_views(self.phone.store, db, habit["id"]),
                offers=offers,
                allowed=bool(habit.get("beside_allowed", True)),
                may_allow=not habit["sensitive"],
                mine=tuple(MyHabit(one["id"], one["title"], one["icon"]) for one in own.read_habits(db)),
                busy=self._busy,
                problem=self._problem,
            )

    def _name(self, db: sqlite3.Connection, habit: Body) -> str:
        mine = own.read(db, days_of=habit["id"])
        return name_of(read_habit(db, mine, habit, self.phone.clock.now()))

    # What my days stand beside
    def choose_day_one(self) -> None:
        self._choose_own(beside.DAY_ONE)

    def choose_yesterday(self) -> None:
        self._choose_own(beside.YESTERDAY)

    def _choose_own(self, kind: str) -> None:
        now = self.phone.clock.now()
        self._do(lambda habit: acts.stand_beside_own(self.phone.store, habit_id=habit, kind=kind, now=now))

    def choose_picture(self, path: Path, _source: str = "") -> None:
        """Made ready off the screen's thread."""
        self._make_ready(path, lambda: acts.pick_picture(self.phone.store, path=path))

    def choose_clip(self, path: Path, _source: str = "") -> None:
        """A clip is taken apart into a few pictures, which play like a slow flip-book."""
        videos = self.phone.device.clips
        self._make_ready(path, lambda: acts.pick_clip(self.phone.store, path=path, videos=videos))

    def choose_day(self, day: TheirDay) -> None:
        """A friend's day."""
        now = self.phone.clock.now()
        self._do(
            lambda habit: acts.stand_beside_day(self.phone.store, habit_id=habit, shown=as_anchor(day), now=now)
        )  # fmt: skip

    def _make_ready(self, path: Path, pick: Callable[[], list[str]]) -> None:
        habit, now = self.state.habit_id, self.phone.clock.now()
        if habit is None:
            return
        self._busy, self._problem = True, ""
        self.redraw()

        def prepare() -> None:
            try:
                ids = pick()
                acts.stand_beside_pictures(self.phone.store, habit_id=habit, photo_ids=ids, now=now)
            except Refused as refused:
                self._problem = _why(refused, path)
            finally:
                self._busy = False
                self.redraw()

        self.phone.run(prepare)

    # Whom I keep beside mine
    def keep(self, day: TheirDay, habit_id: str) -> bool:
        """This friend beside that habit of mine: their latest days on Today, and this day's photo beside mine."""
        store, now = self.phone.store, self.phone.clock.now()

        def keep(_selected: str) -> None:
            with store.write():
                acts.keep_beside(store, habit_id=habit_id, model=as_model(day), now=now)
                if day.n is not None:
                    acts.stand_beside_day(store, habit_id=habit_id, shown=as_anchor(day), now=now)

        return self._do(keep)

    def end(self, their_habit: str) -> None:
        name = next((one.person.name for one in self.state.models if one.habit_id == their_habit), "")
        now = self.phone.clock.now()
        store = self.phone.store
        self._do(lambda habit: acts.end_beside(store, habit_id=habit, their_habit=their_habit, name=name, now=now))

    # Starting beside
    def start(self, day: TheirDay) -> bool:
        """Their promise is mine as well, and stands on Today."""
        now = self.phone.clock.now()
        shown = as_anchor(day) if day.n is not None else None
        return self._do(
            lambda _selected: acts.start_beside(
                self.phone.store, model=as_model(day), date=day.date, shown=shown, now=now
            ),
            needs_habit=False,
        )

    def undo_start(self) -> None:
        now = self.phone.clock.now()
        self._do(lambda habit: acts.undo_start(self.phone.store, habit_id=habit, now=now))

    def allow(self, allowed: bool) -> None:
        """Whether friends who see this habit may start beside it."""
        now, changes = self.phone.clock.now(), {"beside_allowed": allowed}
        self._do(lambda habit: edit_habit(self.phone.store, habit_id=habit, changes=changes, now=now))

    def _do(self, act: Callable[[str], object], *, needs_habit: bool = True) -> bool:
        """Do something about the habit chosen; a refusal becomes a sentence."""
        habit = self.state.habit_id
        if habit is None and needs_habit:
            return False
        try:
            self._problem = ""
            act(habit or "")
        except Refused as refused:
            self._problem = copy.refusal(refused.code)
        self.redraw()
        return not self._problem


def _why(refused: Refused, path: Path) -> str:
    """What can't be read is named."""
    kind = VIDEOS.get(path.suffix.lower())
    if refused.code == Code.PHOTO_UNSUPPORTED and kind:
        return say(beside_copy.NO_VIDEO, kind=kind)
    return copy.refusal(refused.code)

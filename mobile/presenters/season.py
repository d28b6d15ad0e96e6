"""The end of a season: its film, the question only its owner sees, and who is asked for the next one."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from mobile.actions.habits import archive_habit
from mobile.actions.seasons import begin_in_earnest, finish_season, renew_season
from mobile.presenters import copy, pictures
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import plain_face
from mobile.presenters.reading import Reading, read_habit
from mobile.presenters.rhythms import lighter
from mobile.presenters.season_state import CircleChoice, Rhythm, SeasonState, SeasonStep, SeatChoice
from mobile.store import circles, own
from mobile.store.database import Body
from shared.codes import Refused
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was chosen so far. `out`: people and circles that are left out; `rhythm`: the key of an easier schedule."""

    step: SeasonStep = SeasonStep.ASK
    out: frozenset[str] = frozenset()
    lighter: bool = False
    rhythm: str = ""
    gentle: bool = True
    problem: str = ""


class SeasonPresenter(StorePresenter[SeasonState]):
    def __init__(self, phone: Phone) -> None:
        self._habit_id = ""
        self._answer = _Answer()
        super().__init__(phone, SeasonState())

    def open(self, habit_id: str) -> None:
        self._habit_id, self._answer = habit_id, _Answer()
        self.redraw()

    def _draw(self) -> SeasonState:
        with self.phone.store.read() as db:
            reading = self._reading(db)
            if reading is None or reading.season.season is None or not reading.season.asks:
                return SeasonState()
            return self._drawn(reading, {circle["id"]: circle["name"] for circle in circles.listed(db)})

    def _reading(self, db: sqlite3.Connection) -> Reading | None:
        mine = own.read(db, days_of=self._habit_id)
        habit = mine.habit(self._habit_id)
        return read_habit(db, mine, habit, self.phone.clock.now()) if habit else None

    def _drawn(self, reading: Reading, names: dict[str, str]) -> SeasonState:
        answer, season, easier = self._answer, reading.season.season, lighter(reading.schedule)
        assert season is not None  # nosec B101  # for the types: the caller looked
        days = [body for body in reading.days.values() if season.first.isoformat() <= body["date"]]
        shown = pictures.season(self.phone.store, reading, season)
        return SeasonState(
            step=answer.step,
            habit_id=self._habit_id,
            title=reading.habit["title"],
            kept=copy.season_kept(len(days)),
            cover=shown[-1] if shown else None,
            film=tuple(photo.path for photo in shown if photo.path),
            seats=tuple(_choice(seat, answer.out) for seat in _asked(reading.habit)),
            circles=tuple(
                CircleChoice(one, names[one], one not in answer.out)
                for one in reading.habit.get("circles", []) if one in names
            ),
            can_be_lighter=bool(easier),
            rhythms=tuple(Rhythm(key, label, key == answer.rhythm) for key, (label, _) in easier.items())
            if answer.lighter else (),
            gentle=answer.gentle,
            problem=answer.problem,
        )  # fmt: skip

    # Choosing
    def once_more(self) -> None:
        self._choose(step=SeasonStep.PICK, lighter=False, rhythm="")

    def lighter(self) -> None:
        with self.phone.store.read() as db:
            reading = self._reading(db)
        easier = lighter(reading.schedule) if reading else {}
        if easier:
            self._choose(step=SeasonStep.PICK, lighter=True, rhythm=next(iter(easier)))

    def done(self) -> None:
        self._choose(step=SeasonStep.DONE)

    def back(self) -> None:
        self._choose(step=SeasonStep.ASK)

    def toggle(self, person_or_circle: str) -> None:
        """Ask somebody, or not; show it to a circle, or not. They hear of it only if they are asked."""
        self._choose(out=self._answer.out ^ {person_or_circle})

    def set_rhythm(self, key: str) -> None:
        self._choose(rhythm=key)

    def set_gentle(self, gentle: bool) -> None:
        self._choose(gentle=gentle)

    def _choose(self, **changes: object) -> None:
        self._answer = replace(self._answer, problem="", **changes)  # type: ignore[arg-type]  # fields of _Answer
        self.redraw()

    # Answering
    def begin(self) -> bool:
        """The next thirty days, with those picked asked anew."""
        return self._do(self._begin)

    def _begin(self) -> None:
        store, now, answer = self.phone.store, self.phone.clock.now(), self._answer
        with store.write() as db:
            reading = self._reading(db)
            if reading is None:
                return
            picked = [seat for seat in _asked(reading.habit) if seat["person"]["id"] not in answer.out]
            kept = [circle.id for circle in self.state.circles if circle.chosen]
            easier = lighter(reading.schedule).get(answer.rhythm)
            renew_season(
                store, habit_id=self._habit_id, picked=picked, circles=kept, now=now,
                schedule=easier[1] if easier else None,
            )  # fmt: skip
            if not answer.gentle:
                begin_in_earnest(store, habit_id=self._habit_id, now=now)

    def keep_alone(self) -> bool:
        """Done, and the habit goes on for oneself."""
        return self._do(lambda: finish_season(self.phone.store, habit_id=self._habit_id, now=self.phone.clock.now()))

    def put_away(self) -> bool:
        """Done with the habit, too; its days are kept."""
        return self._do(lambda: archive_habit(self.phone.store, habit_id=self._habit_id, now=self.phone.clock.now()))

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Refused as refused:
            self._answer = replace(self._answer, problem=copy.refusal(refused.code))
            self.redraw()
            return False
        return True


def _asked(habit: Body) -> list[Body]:
    """Seats of people who were asked; those that a circle gives go with it."""
    return [seat for seat in habit["seats"] if not seat.get("circle")]


def _choice(seat: Body, out: frozenset[str]) -> SeatChoice:
    return SeatChoice(plain_face(seat["person"]), Role(seat["role"]), seat["person"]["id"] not in out)

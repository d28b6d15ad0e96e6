"""What every room asks about beside: what days shall stand beside, and what to do with a friend's day."""

from collections.abc import Callable
from functools import partial

from mobile.app_core import Core
from mobile.presenters import beside_copy
from mobile.presenters.beside_state import BesideState, MyHabit, TheirDay
from mobile.store.beside import CHECK_IN, DAY_ONE, PICTURE, YESTERDAY
from mobile.ui.rooms.picturing import Picturing
from mobile.ui.rooms.room import Room
from mobile.ui.widgets.sheet import Way
from mobile.ui.widgets.side_by_side import SideBySide
from shared.languages import say

_LATEST_MOST = 3


class Besides:
    def __init__(self, core: Core, room: Room) -> None:
        """`room`: as long as one is in it, what could not be done is said."""
        self._core, self._house = core, room.house
        self._beside = core.beside
        self._said = core.beside.state.problem
        self._picturing = Picturing(core, room.house)
        room.follow(core.beside, self._say)

    def _say(self, state: BesideState) -> None:
        if state.problem and state.problem != self._said:
            self._house.ask(state.problem, "")
        self._said = state.problem

    def undo_start(self) -> None:
        self._beside.undo_start()

    def choose(self) -> None:
        """What my days stand beside: day 1, yesterday, a picture, a clip, or the latest day of a friend kept there."""
        state, act = self._beside.state, self._beside
        ways = [
            self._way(say(beside_copy.DAY_ONE), "history", DAY_ONE, act.choose_day_one),
            self._way(say(beside_copy.YESTERDAY), "wb_twilight", YESTERDAY, act.choose_yesterday),
            self._way(say(beside_copy.PICTURE), "image", PICTURE, lambda: self._picturing.choose(act.choose_picture)),
            self._way(
                say(beside_copy.CLIP), "play_arrow", "clip", lambda: self._picturing.choose(act.choose_clip, clips=True)
            ),
        ]
        for model in state.models[:_LATEST_MOST]:
            if model.day is not None:
                day = partial(act.choose_day, model.day)
                ways.append(Way(model.line, "person", f"beside_{model.habit_id}", day))
        self._house.ask(say(beside_copy.CHOOSE), say(beside_copy.CHOOSE_DETAIL), *ways)

    def _choose_clip(self) -> None:
        self._picturing.choose(self._beside.choose_clip, clips=True)

    def _way(self, text: str, icon: str, kind: str, do: Callable[[], object]) -> Way:
        """The one chosen now is marked."""
        state = self._beside.state
        chosen = state.kind == kind and kind != CHECK_IN
        if kind in (PICTURE, "clip") and state.kind == PICTURE:
            chosen = (state.name == say(beside_copy.A_CLIP)) == (kind == "clip")
        return Way(text, "check" if chosen else icon, f"beside_{kind}", do)

    def lay_beside(self) -> None:
        """Friends kept beside the habit on Today, one after the other, large."""
        today = self._core.today.state
        if today.models:
            end = self._ask_end
            self._house.put_over(
                SideBySide(models=today.models, mine=today.latest, end=lambda model: end(model.habit_id))
            )

    def _ask_end(self, their_habit: str) -> None:
        way = Way(say(beside_copy.END_BESIDE), "close", "end_beside", lambda: self._beside.end(their_habit))
        self._house.ask(say(beside_copy.END_ASK), say(beside_copy.NOT_TOLD), way)

    def about(self, day: TheirDay | None) -> None:
        """A friend's day, looked at in the rounds: start beside it, or keep it beside mine."""
        if day is None:
            return
        ways = []
        if day.may_start:
            ways.append(Way(say(beside_copy.START), "group_add", "start_beside", lambda: self.start(day), main=True))
        if self._beside.state.mine:
            ways.append(Way(say(beside_copy.KEEP), "star", "keep_beside", lambda: self.keep(day)))
        detail = say(beside_copy.START_DETAIL) if day.may_start else say(beside_copy.KEEP_DETAIL)
        self._house.ask(f"{day.person.name} · {day.title}", detail, *ways)

    def start(self, day: TheirDay) -> None:
        """One tap: it stands on Today, and is said there."""
        if self._beside.start(day):
            self._house.go("today")

    def keep(self, day: TheirDay) -> None:
        mine = self._beside.state.mine
        if len(mine) == 1:
            self._keep(day, mine[0])
            return
        ways = [Way(one.title, one.icon, f"keep_at_{one.id}", partial(self._keep, day, one)) for one in mine]
        self._house.ask(say(beside_copy.WHICH_OF_MINE), say(beside_copy.KEEP_DETAIL), *ways)

    def _keep(self, day: TheirDay, mine: MyHabit) -> None:
        if self._beside.keep(day, mine.id):
            said = say(beside_copy.KEPT, name=day.person.name, title=mine.title)
            self._house.ask(said, say(beside_copy.KEEP_DETAIL))

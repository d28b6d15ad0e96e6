"""Today."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kivy.clock import Clock, ClockEvent

from mobile.app_core import Core
from mobile.later import later
from mobile.presenters import beside_copy, copy
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.people_state import NoticesState, NoticeView
from mobile.presenters.rounds_state import SaidView
from mobile.presenters.season_state import SeasonStep
from mobile.presenters.today_state import Card, LetterKind, TodayState
from mobile.presenters.views import FaceTurn, FaceView
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.letters.desk import BandDesk
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.screens.today.lines import BesideDesk, TodayLines
from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.widgets.replay import Replay
from mobile.ui.widgets.sheet import Way
from shared.languages import say
from shared.moods import Role

if TYPE_CHECKING:
    from mobile.ui.rooms.beside import Besides
    from mobile.ui.widgets.burning import Burning

# What Today leads to is imported on the way there.
_besides = later("mobile.ui.rooms.beside", "Besides")
_habit_room = later("mobile.ui.rooms.habit", "HabitRoom")
_read_room = later("mobile.ui.rooms.letters", "ReadRoom")
_write_room = later("mobile.ui.rooms.letters", "WriteBlueRoom")
_season_room = later("mobile.ui.rooms.season", "SeasonRoom")
_line_ways = later("mobile.ui.rooms.writing", "line_ways")
_burning = later("mobile.ui.widgets.burning", "Burning")
_flip_book = later("mobile.ui.widgets.flipbook", "FlipBook")

_MINUTE = 60
"""Seconds between two looks at the clock: a day may have begun."""
_ASKED_MOST = 5
_TOLD = 8
"""Seconds a notice stays, if nobody puts it away."""


class TodayRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        today = core.today
        self._place = ""
        """Habit and day that the screen shows."""
        self._book: tuple[str | None, tuple[str, ...]] = (None, ())
        """Of which habit and day, and its pages: kept here so that it can be played once more."""
        self._burning: Burning | None = None
        self._opening = False
        """I tapped Open, and the words are on their way."""
        lines = TodayLines(
            on_habit=today.select_habit, on_yesterday=self._yesterday, on_dismiss=today.dismiss_strip,
            on_retry=today.retry, on_drop=today.drop, on_season=self._look_back, letter=self._letter_desk(),
            friends=self._beside_desk(),
        )  # fmt: skip
        self.widget: TodayScreen = TodayScreen(lines=lines, desk=self._desk(), dark=house.dark, state=today.state)
        self.widget.on_swipe, self.widget.on_any_touch, self.widget.on_habit = self._swipe, self._skip, self._habit
        self._replay: Replay | None = None
        self.follow(today, self._show)
        self._arrived: NoticeView | None = None
        self._telling: ClockEvent | None = None
        self.follow(core.notices, self._tell)
        tick = Clock.schedule_interval(lambda _dt: today.redraw(), _MINUTE)
        self._ends.append(tick.cancel)

    @cached_property
    def _besides(self) -> Besides:
        built: Besides = _besides(self.core, self)
        return built

    def _desk(self) -> TodayDesk:
        today, house = self.core.today, self.house
        return TodayDesk(
            show_up=house.open_compose, beside=self._choose_beside, tick=today.tick,
            rest=self._rest, end_rest=today.end_rest, undo=self._undo, replay=self._play, invite=self._invite,
            thank=today.thank, promise=house.open_promise, put_away=self._read, face=self._face, line=self._line,
            letter=self._letter_desk(), models=self._lay_beside,
        )  # fmt: skip

    def _beside_desk(self) -> BesideDesk:
        today = self.core.today
        return BesideDesk(
            start=self._start_beside, put_away=today.put_offer_away, good=today.put_started_away,
            undo=self._undo_start,
        )  # fmt: skip

    def _choose_beside(self) -> None:
        self._besides.choose()

    def _lay_beside(self) -> None:
        self._besides.lay_beside()

    def _undo_start(self) -> None:
        self._besides.undo_start()

    def _start_beside(self) -> None:
        """What I came in for."""
        for offer in self.core.today.state.offers[:1]:
            self._besides.start(offer.day)

    def _letter_desk(self) -> BandDesk:
        today = self.core.today
        return BandDesk(
            open=self._open_letter, leave_closed=today.leave_letter_closed, read=self._read_letter,
            write=self._write_letter, put_away=today.put_letter_away,
        )  # fmt: skip

    def _show(self, state: TodayState) -> None:
        place = f"{state.habit_id}/{state.date}"
        if state.flipbook and self._book != (place, state.flipbook):
            self._book = (place, state.flipbook)
            if state.calm:
                self.core.today.flipbook_played()
            else:
                self._play()
        kept = self._book[1] if self._book[0] == place else ()
        if self._replay is not None and self._place == place:
            return  # what changed meanwhile is shown at its end
        self._stop_replay()
        self._place = place
        begins = bool(state.replay) and not state.calm
        faces = state.replay_from if begins else state.faces
        self.widget.show(replace(state, flipbook=kept, faces=faces, replay=(), replay_from=()))
        self.house.wear(self.widget.palette)
        if state.replay:
            self._begin_replay(state, animated=begins)
        if state.burning and not state.flipbook and self._burning is None:
            self._burn()
        elif self._opening and state.letter and state.letter.kind is LetterKind.READ:
            # Asked for a moment ago: now it is here.
            self._opening = False
            self._read_letter()

    def _begin_replay(self, state: TodayState, *, animated: bool) -> None:
        """What happened while one was away is on the screen from here on, and is not shown a second time."""
        if animated:
            self._replay = Replay(state.replay, turn=self._turn, end=self._end_replay)
            self._replay.start()
        self.core.today.replayed()

    def _turn(self, turn: FaceTurn) -> None:
        self.widget.turn(turn.face)
        if turn.note is not None and not self.core.today.state.silent:
            self.house.sound(turn.note, chord=turn.chord)

    def _end_replay(self) -> None:
        self._replay = None
        self._show(self.core.today.state)

    def _skip(self) -> None:
        if self._replay is not None:
            self._replay.skip()

    def _stop_replay(self) -> None:
        if self._replay is not None:
            self._replay.stop()
            self._replay = None

    def _burn(self) -> None:
        """The letter that today's comeback burnt, once."""
        self._burning = _burning(calm=self.house.calm, on_end=self._burnt)
        self._burning.palette = self.widget.palette
        self.house.put_over(self._burning)
        self._burning.play()

    def _burnt(self) -> None:
        self.core.today.letter_burnt()
        self._burning = None

    def _open_letter(self) -> None:
        self._opening = True
        self.core.today.open_letter()

    def _read_letter(self) -> None:
        band, habit_id = self.core.today.state.letter, self.core.today.state.habit_id
        if band is None or habit_id is None:
            return
        self.core.letters.open(habit_id)
        letter = self.core.letters.state.letter(band.letter_id)
        if letter is not None:
            self.house.visit(lambda core, house: _read_room(core, house, letter=letter, back=lambda: house.go("today")))

    def _write_letter(self) -> None:
        habit_id = self.core.today.state.habit_id
        if habit_id is not None:
            self.core.letters.open(habit_id)
            self.house.visit(lambda core, house: _write_room(core, house, back=lambda: house.go("today")))

    def _tell(self, state: NoticesState) -> None:
        """What arrived is shown once; the first answer has a line of its own below the card."""
        today, arrived = self.core.today.state, state.arrived
        if arrived == self._arrived:
            return
        if arrived and arrived.habit_id == today.habit_id and arrived.text == today.first_answer_text:
            self.core.notices.put_away()
            return
        self._arrived = arrived
        if self._telling:
            self._telling.cancel()
        self._telling = Clock.schedule_once(lambda _dt: self.core.notices.put_away(), _TOLD) if arrived else None
        self.widget.tell(arrived, slowly=True)

    def _read(self) -> None:
        arrived = self.core.notices.state.arrived
        if arrived:
            self.core.notices.read(arrived.id)

    def leave(self) -> None:
        """Told is told, even if one walks on at once."""
        super().leave()
        self._stop_replay()
        if self._telling:
            self._telling.cancel()
            self.core.notices.put_away()

    def _face(self, face: FaceView) -> None:
        today = self.core.today
        way = Way(say("Take this picture away"), "delete", "remove_face", lambda: today.remove_face(face.person_id))
        self.house.ask(
            say("{name} answered with their face.", name=face.name), say("Taken away, it is gone for both of you."), way
        )

    def _line(self, said: SaidView) -> None:
        """What a friend wrote about my day."""
        today, name = self.core.today, said.person.name if said.person else ""
        ways = _line_ways(
            self.house, take=lambda: today.take_line_away(said.comment_id),
            report=lambda reason: today.report_line(said.comment_id, reason),
        )  # fmt: skip
        self.house.ask(say(copy.WROTE_TO_YOU, name=name), say(copy.GONE_FOR_BOTH), *ways)

    def _play(self) -> None:
        words = say("Day {number} is in.", number=self.core.today.state.day_number)
        book = _flip_book(paths=self._book[1], words=words, on_end=self.core.today.flipbook_played)
        self.house.put_over(book)
        book.play()

    def _look_back(self) -> None:
        """On the season that has ended."""
        self.core.season.open(self.core.today.state.habit_id or "")
        if self.core.season.state.step is not SeasonStep.OVER:
            self.house.visit(_season_room)

    def _habit(self) -> None:
        """All its days."""
        habit_id = self.core.today.state.habit_id
        if habit_id is not None:
            self.house.visit(lambda core, house: _habit_room(core, house, habit_id=habit_id))

    def _swipe(self, step: int) -> None:
        if step > 0:
            self.core.today.select_next()
        else:
            self.core.today.select_previous()

    def _yesterday(self) -> None:
        strip = self.core.today.state.strip
        if strip is None:
            return
        date = strip.date
        self.house.ask(
            say("Yesterday still counts."), say("With a photo, or just so."),
            Way(say("Add a photo"), "photo_camera", "late_photo", lambda: self._late(date), main=True),
            Way(say("Just add it"), "check", "late_tick", self.core.today.add_yesterday),
        )  # fmt: skip

    def _late(self, date: str) -> None:
        self.house.open_compose(ComposeMode.PHOTO, date=date)

    def _undo(self) -> None:
        ways = [Way(say("Take today back"), "history", "undo", self.core.today.undo_today)]
        if self.core.today.state.card is Card.DUET:
            ways.insert(0, Way(say(beside_copy.BESIDE_MORE), "expand_more", "beside", self._choose_beside))
        self.house.ask(say("Today is in."), say("Taken back, it leaves your friends' screens too."), *ways)

    def _rest(self) -> None:
        ways = [Way(say(copy.REST_A_WHILE), "bedtime", "rest_now", self.core.today.rest_today, main=True)]
        if self.core.crowd.state.friends:
            ways.append(Way(say(copy.ASK_SOMEBODY), "volunteer_activism", "rest_and_ask", self._rest_and_ask))
        self.house.ask(say(copy.HARD_TIME), say(copy.HARD_TIME_DETAIL), *ways)

    def _rest_and_ask(self) -> None:
        """Whom to ask: witnesses of this habit first."""
        crowd = self.core.crowd.state
        close = {face.person_id for face in self.core.today.state.faces if face.role is Role.WITNESS}
        friends = sorted(crowd.friends, key=lambda friend: friend.person_id not in close)[:_ASKED_MOST]
        ways = (
            Way(one.name, "person", f"check_{one.person_id}", lambda one=one: self.core.today.rest_today(one.person_id))
            for one in friends
        )
        self.house.ask(say(copy.WHO_CHECKS), say(copy.WHO_CHECKS_DETAIL), *ways)

    def _invite(self) -> None:
        """The empty half is the invitation: a link to today's photo, which may go along as a picture."""
        crowd, habit_id = self.core.crowd, self.core.today.state.habit_id
        if habit_id is not None:
            crowd.choose_habit(habit_id)
            crowd.show_guest()
        self.house.go("crowd")

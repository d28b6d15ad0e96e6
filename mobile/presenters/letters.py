"""The letters of one habit of mine: the blue one I may give away, and all that have opened."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mobile.actions import people
from mobile.actions.letters import take_blue_back, thank_for_letter, write_blue
from mobile.presenters import copy, pictures
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import plain_face
from mobile.presenters.letter_bands import read_key
from mobile.presenters.letters_state import LettersState, OpenedLetter
from mobile.presenters.own_letter import goes_with_letters
from mobile.presenters.reading import Reading, read_habit
from mobile.presenters.views import FaceView, PhotoView
from mobile.store import instants, kv, letters, misses, own
from mobile.store.database import Body
from mobile.sync.pulling import pull_letters
from shared.codes import Code, Refused
from shared.dates import date_line
from shared.gold_letters import next_milestone
from shared.languages import say
from shared.moods import Expression

_DAYS_SHOWN, _DAYS_LEAST = 7, 3
"""Fewer make no way."""


class LettersPresenter(StorePresenter[LettersState]):
    def __init__(self, phone: Phone) -> None:
        self._habit_id = self._problem = ""
        super().__init__(phone, LettersState())

    def _draw(self) -> LettersState:
        with self.phone.store.read() as db:
            mine = own.read(db, days_of=self._habit_id)
            habit = mine.habit(self._habit_id)
            if habit is None:
                return LettersState()
            reading = read_habit(db, mine, habit, self.phone.clock.now())
            opened = self._opened(db, reading, mine.me)
        standing, detail, may_change = _standing(reading, mine.me)
        has = bool(reading.letter and reading.letter["has"])
        return LettersState(
            habit_id=habit["id"], title=habit["title"], standing=standing, detail=detail, has=has,
            can_write=may_change, can_take_back=may_change and has, opened=opened,
            picks=tuple(say(pick) for pick in copy.LETTER_PICKS), problem=self._problem,
            offline=self.phone.status.offline,
        )  # fmt: skip

    def _opened(self, db: sqlite3.Connection, reading: Reading, me: Body | None) -> tuple[OpenedLetter, ...]:
        habit_id, zone = reading.habit["id"], ZoneInfo(reading.history.clock.changes[-1].zone)
        mine = {miss["id"] for miss in misses.listed(db) if miss["habit"] == habit_id}
        found = [(str(one["opened_at"]), self._gold(one, reading, zone)) for one in letters.gold(db, habit_id)]
        found += [
            (str(one["opened_at"]), _blue(one, zone, me)) for miss, one in letters.opened(db).items() if miss in mine
        ]
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True))

    def _gold(self, body: Body, reading: Reading, zone: ZoneInfo) -> OpenedLetter:
        at = instants.from_text(body["opened_at"]).astimezone(zone).date()
        return OpenedLetter(
            id=body["id"], gold=True, line=copy.your_photo(body["milestone"]), text=body["text"],
            signed=body["writer"]["name"], face=_smiling(body["writer"]), when=date_line(at),
            next_line=copy.next_gold(next_milestone(body["milestone"])), photos=self._days(reading, body["milestone"]),
            thanked=body["thanked"],
        )  # fmt: skip

    def _days(self, reading: Reading, milestone: int) -> tuple[PhotoView, ...]:
        """The last days on the way to it, as far as they have a photo here."""
        numbered = list(enumerate((body for _, body in sorted(reading.days.items())), start=1))[:milestone]
        shown = ((number, pictures.own_photo(self.phone.store, reading, body)) for number, body in numbered)
        here = tuple(PhotoView(photo.path, str(number)) for number, photo in shown if photo is not None and photo.path)
        return here[-_DAYS_SHOWN:] if len(here) >= _DAYS_LEAST else ()

    def open(self, habit_id: str) -> None:
        """Show what is here, and ask for what another phone opened."""
        self._habit_id, self._problem = habit_id, ""
        self.redraw()
        self.phone.run(lambda: pull_letters(self.phone.store, self.phone.api, habit_id))

    def read(self, letter_id: str) -> None:
        """It was on the screen."""
        with self.phone.store.write() as db:
            kv.put(db, read_key(letter_id), "read")

    def keeper_of(self, letter_id: str) -> str:
        """Who kept a blue letter of this habit: the witness who agreed first and is here still."""
        with self.phone.store.read() as db:
            habit = own.read(db, days_of=self._habit_id).habit(self._habit_id)
        seats = habit["seats"] if habit else []
        return next((seat["person"]["name"] for seat in seats if seat.get("keeps_letter")), "")

    def write(self, text: str) -> bool:
        """Give it away, or other words in its place. False when these words can't be a letter."""
        return self._do(
            lambda title, now: write_blue(
                self.phone.store, habit_id=self._habit_id, text=text, title=title, now=now
            )
        )  # fmt: skip

    def take_back(self) -> bool:
        return self._do(
            lambda title, now: take_blue_back(self.phone.store, habit_id=self._habit_id, title=title, now=now)
        )

    def thank(self, letter_id: str) -> None:
        letter, now = self.state.letter(letter_id), self.phone.clock.now()
        if letter is not None and letter.gold and not letter.thanked:
            thank_for_letter(self.phone.store, letter_id=letter_id, name=letter.signed, now=now)

    def report(self, letter_id: str, reason: str) -> None:
        """A gold letter that is not what one gives a friend."""
        now = self.phone.clock.now()
        people.report(self.phone.store, subject="letter", subject_id=letter_id, reason=reason, now=now)

    def _do(self, act: Callable[[str, datetime], None]) -> bool:
        try:
            act(self.state.title, self.phone.clock.now())
            self._problem = ""
        except Refused as refused:
            self._problem = say(copy.WORDS_WRONG) if refused.code is Code.INVALID else copy.refusal(refused.code)
        self.redraw()
        return not self._problem


def _smiling(writer: Body) -> FaceView:
    """They wrote this for the day it was made: more than an answer."""
    return replace(plain_face(writer), expression=Expression.SMILING)


def _standing(reading: Reading, me: Body | None) -> tuple[str, str, bool]:
    """Words, more words, and whether the letter may be written or taken back now."""
    letter = reading.letter or {"has": False, "off": False}
    if not goes_with_letters(reading, me):
        return say(copy.LETTER_NOT_HERE), "", False
    may_change = reading.miss is None
    later = "" if may_change else say(copy.LETTER_AFTER)
    if letter["has"]:
        return _kept_by(reading), later or say(copy.LETTER_KEPT_DETAIL), may_change
    if letter["off"]:
        return say(copy.LETTER_OFF), later or say(copy.LETTER_OFF_DETAIL), may_change
    return say(copy.LETTER_NONE), later or say(copy.LETTER_NONE_DETAIL), may_change


def _kept_by(reading: Reading) -> str:
    seats = [seat for seat in reading.habit["seats"] if seat["state"] == "accepted" and seat.get("keeps_letter")]
    names = [seat["person"]["name"] for seat in seats]
    return copy.kept_by(names) if names else say(copy.LETTER_UNKEPT)


def _blue(body: Body, zone: ZoneInfo, me: Body | None) -> OpenedLetter:
    at = instants.from_text(body["opened_at"]).astimezone(zone).date()
    day = date.fromisoformat(body["date"])
    return OpenedLetter(
        id=body["miss"], gold=False, line=date_line(day), text=body["text"],
        signed=me["name"] if me else "", face=None, when=date_line(at),
        next_line=say(copy.LETTER_BEFORE_PHOTO) if body["before_photo"] else "",
    )  # fmt: skip

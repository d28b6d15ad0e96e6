"""A good month, a bad week, a comeback and a letter that opens, on three phones, with every tap and push counted.

Ana promises, Ben looks, Cleo sits in the gallery. What it may cost is in docs/daily-loop.md.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mobile.presenters.today_state import Card, LetterKind
from shared import limits
from shared.clock import StoppedClock
from shared.moods import Mood
from tests.journeys.conftest import run_server
from tests.journeys.costs import Fingers, Lines, pushes, seat
from tests.journeys.phones import Phone
from tests.journeys.test_letters import BLUE, GOLD, band_of, lies_on
from tests.journeys.test_the_daily_loop import DAY, GivePhone, morning

pytestmark = [pytest.mark.django_db(transaction=True)]

NOON, EVENING = timedelta(hours=3, minutes=30), timedelta(hours=11)
"""After a morning: half past twelve in Berlin, just after grace; and half past eight, after everybody's rounds."""


class Three:
    """Ana's habit, her friends' phones, and time that passes for all of them. `fingers` count what is tapped."""

    def __init__(self, phone: GivePhone, time: StoppedClock, capsys: Lines) -> None:
        self.time, self.capsys, self.fingers = time, capsys, Fingers()
        self.ana = phone("Ana")
        self.ben, self.cleo = phone("Ben", by=self.ana), phone("Cleo", by=self.ana)
        self.habit = self.promise("Morning run")
        self.ben.core.keeping.open(self.habit)
        assert self.ben.core.keeping.seal(GOLD)
        self.ben.sync()
        self.rung()

    def promise(self, title: str) -> str:
        habit = self.ana.promise(title, witnesses=[])
        seat(self.ana, habit, self.ben, "witness")
        seat(self.ana, habit, self.cleo, "gallery")
        self.ana.core.today.select_habit(habit)
        self.ana.sync()
        return habit

    def at(self, day: int, later: timedelta = timedelta(0)) -> None:
        """Everything due until then has been done, at its hour or a little after."""
        end = morning(day) + later
        while self.time.instant < end:
            self.time.move_to(min(end, self.time.instant + timedelta(hours=6)))
            run_server()

    def tap(self, phone: Phone, act: Callable[..., object], *arguments: object) -> None:
        self.fingers.tap(phone, act, *arguments)
        phone.sync()

    def show_up(self) -> None:
        self.ana.sync()
        self.tap(self.ana, self.ana.core.today.tick)
        run_server()

    def look(self, phone: Phone, answer: str = "") -> None:
        """Going through the rounds, from card to card; answering the first is the one tap there is."""
        phone.sync()
        rounds = phone.core.rounds
        rounds.open()
        if answer and rounds.state.card:
            self.fingers.tap(phone, rounds.react, answer)
        while rounds.state.card:
            rounds.skip()
        phone.sync()

    def keep(self, first: int, last: int) -> None:
        for day in range(first, last + 1):
            self.at(day)
            self.show_up()
            self.look(self.ben)

    def give_letter(self) -> None:
        self.ana.core.letters.open(self.habit)
        assert self.ana.core.letters.write(BLUE)
        self.ana.sync()
        run_server()

    def rung(self) -> dict[str, list[str]]:
        return pushes(self.capsys)

    def empty_day(self) -> None:
        """Eight days are kept and the ninth is empty; it is the tenth, after grace, and Ben has seen the card."""
        self.keep(1, 7)
        self.give_letter()
        self.keep(8, 8)
        self.at(9)
        self.ana.sync()
        self.at(10)
        self.rung()
        self.fingers.taps.clear()
        self.at(10, NOON)
        self.look(self.ben)
        self.ana.sync()


@pytest.fixture
def three(phone: GivePhone, time: StoppedClock, capsys: Lines) -> Three:
    return Three(phone, time, capsys)


def test_a_good_month(three: Three) -> None:
    """One tap each on every day; nobody is rung more than once about it, and three gold letters are two more taps."""
    letters = 0
    for day in range(1, 31):
        three.at(day)
        three.fingers.taps.clear()
        three.show_up()
        three.look(three.ben, "proud")
        three.look(three.cleo, "heart")
        run_server()
        three.ana.sync()
        if band_of(three.ana) is LetterKind.GOLD:
            letters += 1
            three.ana.core.letters.open(three.habit)
            (letter, *_) = three.ana.core.letters.state.opened
            three.tap(three.ana, three.ana.core.letters.read, letter.id)
            three.tap(three.ana, three.ana.core.letters.thank, letter.id)
        three.at(day, EVENING)
        rung = three.rung()
        assert three.fingers.taps == {"Ana": 3 if letters and day == 7 else 1, "Ben": 1, "Cleo": 1}, day
        assert len(rung.get("Ana", [])) <= limits.PUSHES_OF_MINE
        assert len(rung.get("Ben", [])) <= 1 + (day == 7), "the thanks for his letter, once"
        assert rung.get("Cleo", []) == []
    assert letters == 1
    assert three.ana.core.today.state.headline.big == "Day 30"


def test_a_comeback_costs_one_tap_and_one_push_each_way(three: Three) -> None:
    three.empty_day()
    assert (three.ana.core.today.state.mood, band_of(three.ana)) == (Mood.COLD, LetterKind.ON_ITS_WAY)
    rung = three.rung()
    assert rung == {"Ben": ["Ana's day stayed empty. Cheer, or let it go?"]}, "one push a miss, to its witness alone"
    three.ben.core.rounds.open()
    three.tap(three.ben, three.ben.core.rounds.cheer, "hug")
    run_server()
    three.show_up()
    assert three.ana.core.today.state.mood is Mood.BACK
    assert not lies_on(three.ana, BLUE)
    three.look(three.cleo)
    three.at(10, EVENING)
    rung = three.rung()
    assert rung["Ana"] == ["Ben sends you a hug."]
    assert rung["Ben"] == [
        "Ana is back. Say hello first?", "Ana showed up. Yours could be the first face.", "Ana showed up.",
    ], "the return, one line for a photo nobody answered, and his rounds"  # fmt: skip
    assert "Cleo" not in rung, "she has looked, and learns of nothing else"
    assert three.fingers.taps == {"Ben": 1, "Ana": 1}


def test_a_letter_opens_with_one_tap_and_no_push_at_all(three: Three) -> None:
    three.empty_day()
    three.rung()
    for day in (11, 12):
        three.at(day)
        three.ana.sync()
        three.look(three.ben)
        three.look(three.cleo)
    three.at(12, NOON)
    three.ana.sync()
    assert band_of(three.ana) is LetterKind.ASKS
    rung = three.rung()
    assert "Ana" not in rung, "a letter is never pushed, and neither is a miss to whom it happened"
    assert "Cleo" not in rung
    assert set(rung.get("Ben", [])) <= {"Ana's day stayed empty. Cheer, or let it go?"}
    assert len(rung.get("Ben", [])) <= 2, "days ten and eleven, one push each"
    three.tap(three.ana, three.ana.core.today.open_letter)
    assert band_of(three.ana) is LetterKind.READ
    assert lies_on(three.ana, BLUE)
    assert not lies_on(three.cleo, BLUE)
    three.at(12, EVENING)
    assert "Ana" not in three.rung()
    assert three.fingers.taps == {"Ana": 1}


def test_a_bad_week_asks_one_question_and_rests_with_one_tap(three: Three) -> None:
    """Two promises stay empty on one date: one card for Ben, nothing cold, no letter."""
    three.keep(1, 7)
    three.give_letter()
    three.promise("Read")
    for day in range(8, 15):
        three.at(day)
        three.show_up()
        three.ana.core.today.select_next()
        three.show_up()
    three.at(15)
    three.ana.sync()
    three.at(16)
    three.rung()
    three.fingers.taps.clear()
    three.at(16, NOON)
    three.look(three.ben)
    three.ana.sync()
    state = three.ana.core.today.state
    assert (state.mood, state.headline.big) == (Mood.WAITING, "Rough week?")
    assert band_of(three.ana) is LetterKind.GOLD, "Ben's, for the seventh photo: of the blue one nothing"
    assert three.rung() == {"Ben": ["Ana's day stayed empty. Cheer, or let it go?"]}, "one card for both"
    three.tap(three.ana, three.ana.core.today.rest_today)
    assert three.ana.core.today.state.card is Card.RESTING
    three.at(20)
    three.ana.sync()
    assert band_of(three.ana) is LetterKind.GOLD
    rung = three.rung()
    assert "Ana" not in rung
    assert "Cleo" not in rung
    assert three.fingers.taps == {"Ana": 1}
    assert three.time.instant - morning(16) == 4 * DAY

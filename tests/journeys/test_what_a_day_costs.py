"""A good day of three friends, with every push and every tap counted against "What it may cost a day"."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from shared import limits
from shared.clock import StoppedClock
from shared.moods import Expression, Mood
from tests.journeys.costs import Fingers, pushes, seat
from tests.journeys.phones import Phone

pytestmark = [pytest.mark.django_db(transaction=True)]

GivePhone = Callable[..., Phone]
Until = Callable[[datetime], None]
Lines = pytest.CaptureFixture[str]


def at(hour: int, minute: int = 0, *, day: int = 3) -> datetime:
    """This time in Berlin, in early March."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def test_a_good_day(phone: GivePhone, until: Until, time: StoppedClock, capsys: Lines) -> None:
    ana = phone("Ana")
    ben, cleo = phone("Ben", by=ana), phone("Cleo", by=ana)
    habit = ana.promise("Morning run", witnesses=[])
    seat(ana, habit, ben, "witness")
    seat(ana, habit, cleo, "gallery")
    ana.remind(habit, minutes=[9 * 60])
    ana.sync()
    ben.core.me.set_rounds(13 * 60)
    ben.sync()
    until(at(8))
    capsys.readouterr()
    fingers = Fingers()

    # Owner: push -> photo -> post. Three taps.
    until(at(9, 1))
    picture = ana.folder / "today.jpg"
    Image.new("RGB", (640, 800), "tomato").save(picture)
    fingers.tap(ana, ana.core.compose.open, habit)
    fingers.tap(ana, ana.core.compose.pick, picture, "library")
    assert fingers.tap(ana, ana.core.compose.post)
    ana.sync()
    assert ana.core.today.state.mood is Mood.WARM

    # Cleo happens to look and answers; Ben is told at his own hour, and one tap is enough.
    until(at(10))
    cleo.sync()
    cleo.core.rounds.open()
    fingers.tap(cleo, cleo.core.rounds.react, "heart")
    cleo.sync()
    until(at(13, 1))
    ben.sync()
    ben.core.rounds.open()
    fingers.tap(ben, ben.core.rounds.react, "proud")
    ben.sync()

    # Ana opens Kith in the evening: what happened is replayed in its true order, once, and one tap says thanks.
    until(at(18))
    ana.sync()
    turns = [(turn.face.name, turn.face.expression) for turn in ana.core.today.state.replay]
    assert [name for name, expression in turns if expression is Expression.SMILING] == ["Cleo", "Ben"]
    assert ana.core.today.state.replay[-1].chord, "everybody has answered"
    ana.core.today.replayed()
    assert ana.core.today.state.replay == ()
    fingers.tap(ana, ana.core.today.thank)
    ana.sync()
    until(at(23, 59))

    rung = pushes(capsys)
    assert rung["Ana"] == ["Day 1? Any time before you sleep.", "Cleo saw you first.", "Ben answered too."]
    assert rung["Ben"] == ["Ana showed up."]
    assert rung["Cleo"] == ["Ana says thanks."], "who has looked needs no rounds"
    assert len(rung["Ana"]) <= limits.PUSHES_OF_MINE
    assert fingers.taps == {"Ana": 4, "Ben": 1, "Cleo": 1}


def test_a_day_nobody_looks_asks_one_witness_and_takes_the_question_back(
    phone: GivePhone, until: Until, time: StoppedClock, capsys: Lines
) -> None:
    ana = phone("Ana")
    ben, cleo = phone("Ben", by=ana), phone("Cleo", by=ana)
    habit = ana.promise("Morning run", witnesses=[])
    for friend in (ben, cleo):
        seat(ana, habit, friend, "witness")
        time.advance(timedelta(minutes=1))
    until(at(9))
    ana.post_photo("tomato")
    ana.sync()
    capsys.readouterr()
    until(at(12))
    rung = pushes(capsys)
    assert rung == {"Ben": ["Ana showed up. Yours could be the first face."]}, "one of them, the first who agreed"
    ben.sync()
    (line,) = [item for item in ben.core.notices.state.items if item.choices]
    ben.core.notices.react(line.id, "fire")
    ben.sync()
    assert not [item for item in ben.core.notices.state.items if item.choices], "answered, it is gone"
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.SMILING
    until(at(20))
    rung = pushes(capsys)
    assert rung["Cleo"] == ["Ana showed up."], "at her hour, for she has not looked"
    assert "Ben" not in rung

"""Every change of clocks of 2015-2035, in every zone of tzdata."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from importlib import resources

import pytest

from shared import zones
from shared.acceptance import judge_check_in
from shared.days import PersonClock, closes_at, grace_ends_at, habit_day, is_skipped, opens_at
from shared.history import History, Mark
from shared.states import DayState, fold
from shared.streaks import streak
from tests.shared.ana import DAILY, days, living_in, promise

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
NOONS = [datetime(2015, 1, 1, 12, tzinfo=UTC) + step * DAY for step in range(21 * 365 + 5)]


def _offset(name: str, at: datetime) -> timedelta:
    return at.astimezone(zones.load(name)).utcoffset()


def _change_between(name: str, before: datetime, after: datetime) -> datetime:
    old = _offset(name, before)
    while after - before > SECOND:
        middle = before + (after - before) // 2 // SECOND * SECOND
        before, after = (middle, after) if _offset(name, middle) == old else (before, middle)
    return after


def _changes_of(name: str) -> list[datetime]:
    offsets = [_offset(name, noon) for noon in NOONS]
    steps = zip(NOONS, NOONS[1:], offsets, offsets[1:], strict=False)
    return [_change_between(name, before, after) for before, after, old, new in steps if old != new]


@lru_cache(maxsize=1)
def all_changes() -> dict[str, list[datetime]]:
    """Zone -> its changes; zones with the same data (old spellings) are scanned once."""
    scanned: dict[bytes, list[datetime]] = {}
    changes = {}
    for name in sorted(zones.names()):
        data = resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
        if data not in scanned:
            scanned[data] = _changes_of(name)
        changes[name] = scanned[data]
    return changes


def distinct_changes() -> list[tuple[str, datetime]]:
    """One zone for each (instant, offset before, offset after): what the arithmetic can tell apart."""
    seen = {}
    for name, instants in all_changes().items():
        for instant in instants:
            seen.setdefault((instant, _offset(name, instant - SECOND), _offset(name, instant)), name)
    return [(name, instant) for (instant, _, _), name in seen.items()]


def _middle(name: str, instant: datetime) -> date:
    return instant.astimezone(zones.load(name)).date()


def _check_tiling(clock: PersonClock, day: date) -> None:
    opens, closes, grace = opens_at(clock, day), closes_at(clock, day), grace_ends_at(clock, day)
    assert opens < closes < grace <= closes_at(clock, day + DAY)
    assert closes == opens_at(clock, day + DAY)
    assert timedelta(hours=21) <= closes - opens <= timedelta(hours=27)
    assert habit_day(clock, opens) == day == habit_day(clock, closes - SECOND)
    assert not is_skipped(clock, day)


def _check_reading(name: str, minute: int, at: datetime, day: date) -> None:
    """`at` is the first instant at which the wall reads `minute` of `day`, or later."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 (a wall time)
    tz = zones.load(name)
    assert at.astimezone(tz).replace(tzinfo=None) >= wall
    assert (at - SECOND).astimezone(tz).replace(tzinfo=None) < wall


def test_the_enumeration_is_whole():
    assert sum(len(instants) for instants in all_changes().values()) > 8000
    assert len(distinct_changes()) > 1300


@pytest.mark.parametrize("day_start", [0, 150, 720])
def test_days_tile_time_over_every_change_of_every_zone(day_start):
    for name, instants in all_changes().items():
        clock = living_in(name, day_start)
        for instant in instants:
            day = _middle(name, instant)
            for other in (day - DAY, day, day + DAY):
                _check_tiling(clock, other)
            _check_reading(name, day_start, opens_at(clock, day), day)
            _check_reading(name, day_start + 720, grace_ends_at(clock, day), day + DAY)


@pytest.mark.parametrize("day_start", [0, 240])
def test_no_change_of_clocks_moves_a_streak(day_start):
    for name, instant in distinct_changes():
        clock = living_in(name, day_start)
        week = days(_middle(name, instant) - 3 * DAY, 7)
        # The first second of one day, the last of the next: the edges are where a day gets lost.
        taps = [opens_at(clock, day) if day.day % 2 else closes_at(clock, day) - SECOND for day in week]
        for day, tap in zip(week, taps, strict=True):
            accepted = judge_check_in(clock=clock, day=day, captured_at=tap, sent_at=tap, received_at=tap, zone=name)
            assert not accepted.late
        marks = tuple(Mark(day, tap) for day, tap in zip(week, taps, strict=True))
        history = History(clock, promise(DAILY, week[0]), marks)
        judged = fold(history, taps[-1] + SECOND / 2)
        assert set(judged.states.values()) == {DayState.DONE}
        assert streak(history, judged).current == 7


def test_both_edges_of_grace_are_judged_exactly_over_every_change():
    for name, instant in distinct_changes():
        clock = living_in(name)
        day = _middle(name, instant) - DAY
        noon = grace_ends_at(clock, day)
        history = History(clock, promise(DAILY, day), ())
        assert fold(history, noon - SECOND).states[day] is DayState.GRACE
        assert fold(history, noon).states[day] is DayState.MISSED

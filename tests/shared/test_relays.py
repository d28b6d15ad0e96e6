"""Whom an unanswered check-in asks: the tables, and what holds for any night, zone and history of asking."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.person_clock import ClockChange, PersonClock
from shared.quiet_hours import holds_until
from shared.relays import Candidate, asks_at, in_turn, local_date
from shared.zones import load

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _living_in(zone: str) -> PersonClock:
    return PersonClock((ClockChange(EPOCH, zone),))


BERLIN = _living_in("Europe/Berlin")


def _witness(n: int, **changes: object) -> Candidate:
    told = {"since": SINCE, "clock": BERLIN, "quiet_from": 0, "quiet_to": 0} | changes
    return Candidate(UUID(int=n), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(("day", "hours"), [(1, 2), (7, 2), (8, 6), (100, 6)])
def test_the_first_week_asks_sooner(day: int, hours: int) -> None:
    starts = date(2026, 3, 1)
    assert asks_at(NOON, day=starts + timedelta(days=day - 1), starts_on=starts) == NOON + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("wall", "awake"), [("07:59", False), ("08:00", True), ("20:59", True), ("21:00", False), ("03:00", False)]
)
def test_nobody_is_asked_at_night(wall: str, awake: bool) -> None:
    now = datetime.fromisoformat(f"2026-03-02T{wall}:00+01:00")
    assert bool(in_turn([_witness(1)], now=now)) is awake


def test_own_quiet_hours_are_a_night_too() -> None:
    assert in_turn([_witness(1, quiet_from=12 * 60, quiet_to=14 * 60)], now=NOON) == []


def test_whoever_was_asked_longest_ago_and_before_them_whoever_never_was() -> None:
    yesterday, before = NOON - timedelta(days=1), NOON - timedelta(days=9)
    one, two, new = _witness(1, asked_at=yesterday), _witness(2, asked_at=before), _witness(3)
    newer = _witness(4, since=SINCE + timedelta(days=1))
    assert in_turn([one, newer, two, new], now=NOON) == [new, newer, two, one]


def test_today_is_the_witness_s_own() -> None:
    """Five hours ago was yesterday evening in Honolulu and this morning in Berlin."""
    asked, far = NOON - timedelta(hours=5), _living_in("Pacific/Honolulu")
    now = datetime(2026, 3, 2, 19, tzinfo=UTC)
    assert in_turn([_witness(1, asked_at=asked)], now=now) == []
    assert [one.person_id.int for one in in_turn([_witness(2, clock=far, asked_at=asked)], now=now)] == [2]


ZONES = st.sampled_from(["Europe/Berlin", "Asia/Kolkata", "America/New_York", "Pacific/Apia", "Pacific/Honolulu"])
INSTANTS = st.integers(0, 365 * 1440).map(lambda minutes: SINCE + timedelta(minutes=minutes))
MINUTES = st.integers(0, 1439)
CANDIDATES = st.builds(
    Candidate,
    person_id=st.uuids(),
    since=st.just(SINCE),
    clock=ZONES.map(_living_in),
    quiet_from=MINUTES,
    quiet_to=MINUTES,
    asked_at=st.none() | INSTANTS,
)


@given(st.lists(CANDIDATES, unique_by=lambda one: one.person_id, max_size=5), INSTANTS)
def test_only_the_awake_once_a_date_and_in_turn(candidates: list[Candidate], now: datetime) -> None:
    turn = in_turn(candidates, now=now)
    assert turn == in_turn(reversed(candidates), now=now), "the order they are given in decides nothing"
    for one in turn:
        assert 8 <= now.astimezone(load(one.clock.zone_at(now))).hour < 21
        assert holds_until(one.quiet_from, one.quiet_to, clock=one.clock, now=now) is None
        assert one.asked_at is None or local_date(one.clock, one.asked_at) != local_date(one.clock, now)
    asked = [one.asked_at for one in turn]
    assert asked == sorted(asked, key=lambda at: (at is not None, at or now))


@given(MINUTES, MINUTES, ZONES.map(_living_in), INSTANTS)
def test_quiet_hours_end_and_nothing_holds_then(begins: int, ends: int, clock: PersonClock, now: datetime) -> None:
    until = holds_until(begins, ends, clock=clock, now=now)
    if until is not None:
        assert now < until <= now + timedelta(hours=25)
        assert holds_until(begins, ends, clock=clock, now=until) is None

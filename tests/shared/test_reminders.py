"""Reminders on the wall clock: server and phone agree when, once each, and only while something is asked."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.days import habit_day, opens_at
from shared.history import History
from shared.reminders import Ring, is_wanted, next_ring, rings_ahead
from tests.shared.ana import BERLIN, DAILY, TOKYO, at_least, at_most, done, living_in, local, moving, promise
from tests.shared.strategies import histories, journeys, moments

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SEVEN, EIGHT_PM = 7 * 60, 20 * 60


def ahead(history: History, minutes: list[int], now: datetime, days: int = 2) -> list[tuple[date, int, datetime]]:
    return [(ring.day, ring.minute, ring.at) for ring in rings_ahead(history, minutes, now=now, days=days)]


def of(clock, *marks, schedule=DAILY, rests=()) -> History:
    return History(clock, promise(schedule, MONDAY), tuple(marks), rests)


def test_what_is_past_today_rings_no_more_and_tomorrow_rings_whole() -> None:
    now = local(BERLIN, "2026-03-03 12:00")
    assert ahead(of(living_in()), [EIGHT_PM, SEVEN], now) == [
        (MONDAY + DAY, EIGHT_PM, local(BERLIN, "2026-03-03 20:00")),
        (MONDAY + 2 * DAY, SEVEN, local(BERLIN, "2026-03-04 07:00")),
        (MONDAY + 2 * DAY, EIGHT_PM, local(BERLIN, "2026-03-04 20:00")),
    ]


def test_never_after_done_unless_less_was_done_than_promised() -> None:
    clock, now = living_in(), local(BERLIN, "2026-03-02 19:00")
    assert ahead(of(clock, done(clock, MONDAY)), [EIGHT_PM], now, days=1) == []
    some = done(clock, MONDAY, amount=3)
    assert len(ahead(of(clock, some, schedule=at_least(5)), [EIGHT_PM], now, days=1)) == 1
    assert ahead(of(clock, some, schedule=at_most(1)), [EIGHT_PM], now, days=1) == []


def test_clocks_that_jump_ring_once_and_clocks_that_repeat_ring_the_first_time() -> None:
    spring = local(BERLIN, "2026-03-28 22:00")
    assert ahead(of(living_in()), [2 * 60 + 10, 2 * 60 + 40], spring) == [
        (date(2026, 3, 29), 2 * 60 + 10, datetime(2026, 3, 29, 1, tzinfo=UTC))
    ]
    autumn = local(BERLIN, "2026-10-24 22:00")
    assert ahead(of(living_in()), [2 * 60 + 30], autumn) == [
        (date(2026, 10, 25), 2 * 60 + 30, local(BERLIN, "2026-10-25 02:30", fold=0))
    ]


def test_after_a_journey_it_rings_by_the_new_clock() -> None:
    landed = local(TOKYO, "2026-03-03 10:00")
    clock = moving(BERLIN, (landed, TOKYO))
    assert ahead(of(clock), [EIGHT_PM], landed, days=1) == [
        (MONDAY + DAY, EIGHT_PM, local(TOKYO, "2026-03-03 20:00"))
    ]  # fmt: skip


def test_a_day_that_starts_at_four_rings_at_two_in_its_own_night() -> None:
    now = local(BERLIN, "2026-03-02 22:00")
    assert ahead(of(living_in(day_start=240)), [2 * 60], now, days=1) == [
        (MONDAY, 2 * 60, local(BERLIN, "2026-03-03 02:00"))
    ]


minutes = st.lists(st.integers(0, 1439), max_size=5, unique=True)


def as_the_server_rings(history: History, chosen: list[int], now: datetime, days: int) -> set[Ring]:
    """Each reminder for itself, from one ring to the next, as the sweep finds them due."""
    ends = opens_at(history.clock, habit_day(history.clock, now) + days * DAY)
    found: dict[tuple[date, int], Ring] = {}
    for slot, minute in enumerate(sorted(chosen)):
        at = next_ring(history.clock, minute, after=now)
        while at < ends:
            day = habit_day(history.clock, at)
            if is_wanted(history, day, at):
                found.setdefault((day, minute), Ring(day, slot, minute, at))
            at = next_ring(history.clock, minute, after=at)
    return set(found.values())


@given(histories(clocks=journeys(moves=0)), minutes, moments)
def test_phone_and_server_ring_at_the_same_instants(history: History, chosen: list[int], now: datetime) -> None:
    """For whoever stays: on a journey the server plans anew from what the phone tells it."""
    phone = {ring.at for ring in rings_ahead(history, chosen, now=now, days=7)}
    assert phone == {ring.at for ring in as_the_server_rings(history, chosen, now, 7)}


@given(histories(), minutes, moments)
def test_never_two_at_once_never_past_never_unwanted(history: History, chosen: list[int], now: datetime) -> None:
    rings = rings_ahead(history, chosen, now=now, days=7)
    instants = [ring.at for ring in rings]
    assert instants == sorted(set(instants))
    assert all(at > now for at in instants)
    assert len({(ring.day, ring.slot) for ring in rings}) == len(rings)
    assert all(is_wanted(history, ring.day, ring.at) for ring in rings)

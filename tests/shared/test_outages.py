"""The server was away: which ends of grace move, and that a check-in and the sweep agree about it."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.acceptance import judge_check_in
from shared.codes import Code, Refused
from shared.days import grace_ends_at, habit_day
from shared.outages import is_outage, saved_grace
from shared.person_clock import PersonClock
from tests.shared.ana import BERLIN, local
from tests.shared.strategies import journeys, moments

MINUTE = timedelta(minutes=1)
NOON = local(BERLIN, "2026-03-10 12:00")
"""When grace of the ninth ends."""
SIX = timedelta(hours=6)
pauses = st.integers(0, 3 * 24 * 60).map(lambda minutes: minutes * MINUTE)


def answer(clock: PersonClock, day: date, captured: datetime, received: datetime, moved: datetime | None) -> str:
    """How a check-in sent at once is judged: in time, late, or the code of its refusal."""
    try:
        accepted = judge_check_in(
            clock=clock, day=day, captured_at=captured, sent_at=received, received_at=received,
            zone=clock.zone_at(captured), grace_moved=moved,
        )  # fmt: skip
    except Refused as refused:
        return str(refused.code)
    return "late" if accepted.late else "in time"


@pytest.mark.parametrize(
    ("beat", "now", "moves"),
    [
        (NOON - MINUTE, NOON + 9 * MINUTE, False),
        (NOON - MINUTE, NOON + 10 * MINUTE, True),
        (NOON, NOON + 20 * MINUTE, False),
        (NOON - 20 * MINUTE, NOON - MINUTE, False),
        (NOON - 20 * MINUTE, NOON, True),
    ],
)
def test_only_a_grace_that_ended_in_the_silence_moves(beat: datetime, now: datetime, moves: bool) -> None:
    assert saved_grace(NOON, beat_at=beat, now=now) == (now + SIX if moves else None)


@given(journeys(), moments, pauses, pauses, pauses)
def test_what_is_accepted_before_the_first_sweep_is_accepted_after_it(
    clock: PersonClock, beat: datetime, silent: timedelta, waited: timedelta, ago: timedelta
) -> None:
    """And the other way round: the sweep's return changes no answer to what was captured before it."""
    now, back = beat + silent, beat + silent + waited
    captured = now - ago
    day = habit_day(clock, captured) - timedelta(days=1)
    ends = grace_ends_at(clock, day)
    before = answer(clock, day, captured, now, saved_grace(ends, beat_at=beat, now=now))
    after = answer(clock, day, captured, now, saved_grace(ends, beat_at=beat, now=back))
    assert before == after or ends > now, "only a grace that has not ended yet is nobody's matter"
    if ends > now:
        assert "day_closed" not in {before, after}


@given(journeys(), moments, pauses, pauses)
def test_nobody_is_refused_for_a_day_whose_grace_ended_in_the_silence(
    clock: PersonClock, beat: datetime, silent: timedelta, ago: timedelta
) -> None:
    now = beat + silent
    day = habit_day(clock, now - ago)
    ends = grace_ends_at(clock, day)
    judged = answer(clock, day, now, now, saved_grace(ends, beat_at=beat, now=now))
    if ends > now or (is_outage(beat_at=beat, now=now) and ends > beat):
        assert judged != Code.DAY_CLOSED
    else:
        assert judged == Code.DAY_CLOSED

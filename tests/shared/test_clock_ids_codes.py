from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from shared import clock, ids
from shared.codes import SENTENCES, Code, Refused

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HABIT = UUID("01890000-0000-7000-8000-000000000001")


def test_a_stopped_clock_stands_still_until_moved():
    with clock.stopped_at(NOON) as stopped:
        assert clock.now() == NOON
        stopped.advance(timedelta(hours=2))
        assert clock.now() == datetime(2026, 3, 2, 14, tzinfo=UTC)
        stopped.move_to(NOON)
        assert clock.now() == NOON
    assert clock.now() > NOON


def test_stops_may_be_nested():
    with clock.stopped_at(NOON):
        with clock.stopped_at(NOON + timedelta(days=1)):
            assert clock.now().day == 3
        assert clock.now() == NOON


def test_the_clock_refuses_a_time_without_a_zone():
    with pytest.raises(ValueError, match="aware"), clock.stopped_at(datetime(2026, 3, 2)):  # noqa: DTZ001 (the point)
        pass


def test_now_is_aware_and_in_utc():
    assert clock.now().tzinfo is UTC


def test_uuid7_sorts_by_its_instant_and_differs_within_it():
    instants = [NOON + timedelta(microseconds=step) for step in (0, 1, 999, 1000, 10**9)]
    made = [ids.uuid7_at(instant) for instant in instants]
    assert made == sorted(made)
    assert len({ids.uuid7_at(NOON) for _ in range(100)}) == 100


def test_uuid7_says_what_it_is():
    made = ids.uuid7_at(NOON)
    assert made.variant == "specified in RFC 4122"
    assert ids.is_uuid7(made)
    assert made.int >> 80 == int(NOON.timestamp() * 1000)
    assert ids.instant_of(made) == NOON
    assert not ids.is_uuid7(uuid4())


def test_uuid7_takes_the_stopped_clock():
    with clock.stopped_at(NOON):
        assert ids.uuid7().int >> 80 == int(NOON.timestamp() * 1000)


def test_uuid7_refuses_instants_before_1970():
    with pytest.raises(ValueError, match="1970"):
        ids.uuid7_at(datetime(1969, 12, 31, tzinfo=UTC))


def test_ids_of_instants_that_no_calendar_holds_are_none_of_ours():
    beyond = UUID("f0e77996-80d9-76b3-8f00-0db2000c07b2")
    last = UUID("dfffffff-ffff-7fff-bfff-ffffffffffff")
    assert (beyond.version, ids.is_uuid7(beyond)) == (7, False)
    assert ids.is_uuid7(last)
    assert ids.instant_of(last).year == 9774


def test_names_of_misses_and_reminders_are_the_same_everywhere():
    day = date(2026, 3, 2)
    # Stored on phones and servers: these may never change.
    assert ids.miss_id(HABIT, day) == UUID("2137c52f-4a1a-5bd4-9c02-1909fbdcb252")
    assert ids.reminder_id(HABIT, day, 1) == UUID("42b977f7-5c87-5255-9c8d-67b5af4ed8d4")
    names = {
        ids.miss_id(HABIT, day),
        ids.miss_id(HABIT, date(2026, 3, 3)),
        ids.miss_id(uuid4(), day),
        ids.reminder_id(HABIT, day, 0),
        ids.reminder_id(HABIT, day, 1),
    }
    assert len(names) == 5


def test_every_code_has_a_sentence():
    assert set(SENTENCES) == set(Code)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


def test_a_refusal_carries_code_and_sentence():
    refused = Refused("day_closed")
    assert refused.code is Code.DAY_CLOSED
    assert refused.detail == SENTENCES[Code.DAY_CLOSED]
    assert Refused(Code.DAY_CLOSED, "Tuesday is closed.").detail == "Tuesday is closed."

"""Accepting a check-in: what counts, what is late, what is refused."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.acceptance import Account, is_undone_by, judge_check_in, merge_marks
from shared.codes import Code, Refused
from shared.ids import uuid7_at
from tests.shared.ana import BERLIN, LOS_ANGELES, TOKYO, living_in, local, moving

MONDAY = date(2026, 3, 2)
EVENING = local(BERLIN, "2026-03-02 20:00")
HOUR = timedelta(hours=1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PHOTOS = [uuid7_at(NOON + step * HOUR) for step in range(3)]


def judge(captured_at, *, day=MONDAY, sent_at=None, received_at=None, clock=None, zone=BERLIN, **more):
    sent_at = sent_at or captured_at
    return judge_check_in(
        clock=clock or living_in(),
        day=day,
        captured_at=captured_at,
        sent_at=sent_at,
        received_at=received_at or sent_at,
        zone=zone,
        **more,
    )


def refusal(*args, **kwargs) -> Code:
    with pytest.raises(Refused) as refused:
        judge(*args, **kwargs)
    return refused.value.code


@pytest.mark.parametrize(
    ("captured", "late"),
    [
        ("2026-03-02 00:00:00", False),
        ("2026-03-02 23:59:59", False),
        ("2026-03-03 00:00:00", True),
        ("2026-03-03 11:59:59", True),
    ],
)
def test_in_time_before_the_day_closed_and_late_in_grace(captured, late):
    assert judge(local(BERLIN, captured)).late is late


def test_after_grace_the_day_is_closed():
    assert refusal(local(BERLIN, "2026-03-03 12:00")) is Code.DAY_CLOSED
    assert refusal(local(BERLIN, "2026-03-03 02:00"), grace=2 * HOUR) is Code.DAY_CLOSED
    assert judge(local(BERLIN, "2026-03-03 01:59"), grace=2 * HOUR).late


def test_an_outage_that_moved_the_end_of_grace_lets_later_marks_in():
    after_noon = local(BERLIN, "2026-03-03 14:00")
    assert judge(after_noon, grace_moved=local(BERLIN, "2026-03-03 18:00")).late


def test_a_day_long_gone_is_closed_and_not_an_error():
    assert refusal(EVENING, day=date(2020, 1, 1)) is Code.DAY_CLOSED
    assert refusal(EVENING, day=date.min) is Code.DAY_CLOSED
    assert refusal(EVENING, day=date.max) is Code.DAY_IN_FUTURE


@pytest.mark.parametrize(("hours", "late"), [(47, False), (48, False), (49, True), (30 * 24, True)])
def test_received_over_48_hours_after_capture_is_late(hours, late):
    assert judge(EVENING, sent_at=EVENING + hours * HOUR).late is late


def test_received_over_30_days_after_capture_is_too_old():
    assert refusal(EVENING, sent_at=EVENING + timedelta(days=30, seconds=1)) is Code.TOO_OLD


def test_a_date_later_than_today_where_the_phone_is_lies_in_the_future():
    tuesday = MONDAY + timedelta(days=1)
    assert refusal(EVENING, day=tuesday) is Code.DAY_IN_FUTURE
    assert judge(EVENING, day=tuesday, zone=TOKYO).late is False


def test_a_date_taken_in_the_east_is_still_good_when_sent_from_the_west():
    captured = local(TOKYO, "2026-03-02 08:00")  # still Sunday in Los Angeles
    clock = moving(TOKYO, (captured + HOUR, LOS_ANGELES))
    assert judge(captured, clock=clock, sent_at=captured + 2 * HOUR, zone=TOKYO).late is False
    assert judge(captured, clock=clock, sent_at=captured + 2 * HOUR, zone=LOS_ANGELES).late is False


def test_an_unknown_zone_is_refused_first():
    assert refusal(EVENING, zone="Mars/Olympus", day=date.max) is Code.UNKNOWN_ZONE


@pytest.mark.parametrize("wrong_by", [timedelta(days=-400), -3 * HOUR, 5 * HOUR, timedelta(days=4000)])
def test_a_wrong_phone_clock_hurts_nobody(wrong_by):
    accepted = judge(EVENING + wrong_by, sent_at=EVENING + wrong_by + HOUR, received_at=EVENING + HOUR)
    assert accepted.captured_at == EVENING
    assert not accepted.late


def test_a_capture_after_its_own_sending_is_taken_as_now():
    assert judge(EVENING + HOUR, sent_at=EVENING, received_at=EVENING).captured_at == EVENING


def test_impossible_instants_are_refused_not_an_error():
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert refusal(first, sent_at=last, received_at=EVENING) is Code.TOO_OLD
    assert judge(last, sent_at=first, received_at=EVENING).captured_at == EVENING


def test_the_zone_of_the_request_counts_where_the_history_does_not_know_it_yet():
    # Ana landed in Los Angeles in the afternoon; Berlin's Monday closes hours before hers.
    evening = local(LOS_ANGELES, "2026-03-02 15:30")
    assert judge(evening, zone=LOS_ANGELES).late is True
    landed = moving(BERLIN, (local(LOS_ANGELES, "2026-03-02 14:00"), LOS_ANGELES))
    assert judge(evening, clock=landed, zone=LOS_ANGELES).late is False


accounts = st.builds(
    Account,
    captured_at=st.integers(0, 3).map(lambda hours: NOON + hours * HOUR),
    worded_at=st.integers(0, 3).map(lambda hours: NOON + hours * HOUR),
    late=st.booleans(),
    caption=st.sampled_from(("", "rain", "sun")),
    amount=st.none() | st.integers(0, 3).map(Decimal),
    photos=st.frozensets(st.sampled_from(PHOTOS)),
)


def test_the_later_words_win_and_photos_are_a_union():
    phone = Account(NOON, NOON, caption="rain", amount=Decimal(3), photos=frozenset(PHOTOS[:2]))
    tablet = Account(NOON + HOUR, NOON + HOUR, True, "sun", Decimal(5), frozenset(PHOTOS[1:]))
    assert merge_marks(phone, tablet) == Account(NOON, NOON + HOUR, False, "sun", Decimal(5), frozenset(PHOTOS))


@given(st.lists(accounts, min_size=1, max_size=4))
def test_accounts_meet_in_the_same_place_in_any_order_and_number(arriving):
    def merged(order):
        result = order[0]
        for account in order[1:]:
            result = merge_marks(result, account)
        return result

    once = merged(arriving)
    assert all(merged(order) == once for order in permutations(arriving))
    assert merged([*arriving, arriving[0], once]) == once


def test_an_undo_takes_back_what_was_captured_before_it():
    assert is_undone_by(NOON, NOON - HOUR)
    assert is_undone_by(NOON, NOON)
    assert not is_undone_by(NOON, NOON + HOUR)

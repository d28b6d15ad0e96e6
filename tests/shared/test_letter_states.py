"""Every rule about a sealed letter, one row each; and what holds whatever happens."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.letter_states import (
    LIVE,
    OPENABLE,
    Burn,
    Circumstances,
    Copy,
    Letter,
    LetterState,
    burns_at,
    fold_letter,
    switches_off,
)

NOON = datetime(2026, 3, 12, 11, tzinfo=UTC)
"""When the window of the miss ends."""
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
SAW, LET_GO, UNSEEN = Copy(seen=True), Copy(seen=True, let_go=True), Copy()
AWAY = Copy(seen=True, present=False)
SEALED, MAY_OPEN, CLOSED, BURNT = LetterState.SEALED, LetterState.MAY_OPEN, LetterState.CLOSED, LetterState.BURNT
LEFT = Letter(CLOSED, left_closed_at=NOON + DAY)


def around(*copies: Copy, **more: Any) -> Circumstances:
    return Circumstances(opens_at=NOON, copies=copies, **more)


def folded(circumstances: Circumstances, at: datetime, letter: Letter | None = None) -> tuple[str, str | None]:
    after = fold_letter(letter or Letter(), circumstances, at)
    return after.state, after.reason


@pytest.mark.parametrize("copies", [(SAW,), (UNSEEN,), (AWAY,), (SAW, LET_GO), (UNSEEN, LET_GO)])
def test_until_the_window_ends_it_is_sealed(copies: tuple[Copy, ...]) -> None:
    assert folded(around(*copies), NOON - SECOND) == (SEALED, None)


@pytest.mark.parametrize(
    ("copies", "becomes"),
    [
        ((SAW,), (MAY_OPEN, None)),
        ((SAW, UNSEEN, LET_GO), (MAY_OPEN, None)),
        ((UNSEEN,), (BURNT, Burn.UNSEEN)),
        ((AWAY,), (BURNT, Burn.UNSEEN)),
        ((AWAY, LET_GO), (BURNT, Burn.UNSEEN)),
        ((LET_GO, UNSEEN), (BURNT, Burn.UNSEEN)),
        ((LET_GO,), (BURNT, Burn.LET_GO)),
        ((), (BURNT, Burn.UNKEPT)),
    ],
)
def test_it_may_open_if_a_present_witness_saw_the_card_and_kept_their_copy(copies: Any, becomes: Any) -> None:
    assert folded(around(*copies), NOON) == becomes


@pytest.mark.parametrize("at", [NOON - DAY, NOON, NOON + DAY])
@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ({"came_back": True}, Burn.COMEBACK),
        ({"voided": True}, Burn.VOIDED),
        ({"resting": True}, Burn.RESTED),
        ({"ended": True}, Burn.ENDED),
        ({"missed_together": 2}, Burn.BAD_WEEK),
        ({"unopened_days": 3}, Burn.BAD_WEEK),
    ],
)
def test_what_burns_it_at_any_time(what: dict[str, Any], reason: Burn, at: datetime) -> None:
    assert folded(around(SAW, **what), at) == (BURNT, reason)


@pytest.mark.parametrize("what", [{"missed_together": 1}, {"unopened_days": 2}])
def test_what_is_no_bad_week_yet(what: dict[str, Any]) -> None:
    assert folded(around(SAW, **what), NOON) == (MAY_OPEN, None)


def test_all_letting_go_and_the_last_keeper_leaving_burn_it_before_the_window_ends() -> None:
    assert folded(around(LET_GO, LET_GO), NOON - DAY) == (BURNT, Burn.LET_GO)
    assert folded(around(), NOON - DAY) == (BURNT, Burn.UNKEPT)


def test_unread_for_seven_days_it_burns() -> None:
    assert folded(around(SAW), NOON + 7 * DAY - SECOND) == (MAY_OPEN, None)
    assert folded(around(SAW), NOON + 7 * DAY) == (BURNT, Burn.UNREAD)


def test_left_closed_it_stays_so_for_seven_days_and_burns() -> None:
    assert folded(around(SAW), NOON + 8 * DAY - SECOND, LEFT) == (CLOSED, None)
    assert folded(around(SAW), NOON + 8 * DAY, LEFT) == (BURNT, Burn.UNREAD)
    assert burns_at(NOON, LEFT.left_closed_at) == NOON + 8 * DAY


@pytest.mark.parametrize(
    ("opened", "becomes"),
    [
        (NOON - 7 * DAY, (MAY_OPEN, None)),
        (NOON - 7 * DAY + SECOND, (BURNT, Burn.ONE_A_WEEK)),
        (NOON + SECOND, (BURNT, Burn.ONE_A_WEEK)),
    ],
)
def test_one_a_week_over_all_habits(opened: datetime, becomes: Any) -> None:
    assert folded(around(SAW, openings=(opened,)), NOON + DAY) == becomes


def test_another_opening_does_not_burn_what_is_sealed_still() -> None:
    """Its own window may move, and the miss may yet be come back from; it is judged when the window ends."""
    assert folded(around(SAW, openings=(NOON - 2 * DAY,)), NOON - DAY) == (SEALED, None)


def test_a_window_that_moves_seals_it_once_more() -> None:
    later = replace(around(SAW), opens_at=NOON + DAY)
    assert folded(later, NOON + SECOND, Letter(MAY_OPEN)) == (SEALED, None)


@pytest.mark.parametrize("letter", [Letter(LetterState.OPENED), Letter(BURNT, Burn.COMEBACK)])
@pytest.mark.parametrize("what", [{}, {"came_back": True}, {"voided": True}, {"resting": True}])
def test_opened_and_burnt_are_for_good(letter: Letter, what: dict[str, Any]) -> None:
    for at in (NOON - DAY, NOON, NOON + 30 * DAY):
        assert fold_letter(letter, around(SAW, **what), at) == letter


@pytest.mark.parametrize(
    ("openings", "last", "off"),
    [
        ([NOON], None, False),
        ([NOON, NOON + 8 * DAY], None, True),
        ([NOON, NOON + 8 * DAY], NOON - DAY, True),
        ([NOON, NOON + 8 * DAY], NOON + DAY, False),
    ],
)
def test_two_openings_without_a_return_switch_it_off(openings: Any, last: Any, off: bool) -> None:
    assert switches_off(openings, last) is off


copies = st.builds(Copy, seen=st.booleans(), let_go=st.booleans(), present=st.booleans())
moments = st.integers(-10 * 24, 20 * 24).map(lambda hours: NOON + timedelta(hours=hours))
circumstances = st.builds(
    Circumstances,
    opens_at=moments,
    copies=st.lists(copies, max_size=5).map(tuple),
    came_back=st.booleans(),
    voided=st.booleans(),
    resting=st.booleans(),
    ended=st.booleans(),
    missed_together=st.integers(1, 3),
    unopened_days=st.integers(0, 4),
    openings=st.lists(moments, max_size=3).map(tuple),
)
letters = st.one_of(
    st.just(Letter()), st.just(Letter(MAY_OPEN)), moments.map(lambda at: Letter(CLOSED, left_closed_at=at))
)


@given(letters, circumstances, moments)
def test_folding_twice_is_folding_once(letter: Letter, what: Circumstances, now: datetime) -> None:
    once = fold_letter(letter, what, now)
    assert fold_letter(once, what, now) == once


@given(letters, circumstances, moments)
def test_a_burnt_letter_has_its_reason_and_no_other_has(letter: Letter, what: Circumstances, now: datetime) -> None:
    after = fold_letter(letter, what, now)
    assert (after.state is BURNT) == (after.reason is not None)
    assert after.state in (*LIVE, BURNT)


@given(letters, circumstances, moments)
def test_it_opens_only_when_every_rule_allows_it(letter: Letter, what: Circumstances, now: datetime) -> None:
    if fold_letter(letter, what, now).state in OPENABLE:
        assert now >= what.opens_at
        assert any(copy.seen and copy.present and not copy.let_go for copy in what.copies)
        assert not any((what.came_back, what.voided, what.resting, what.ended))
        assert what.missed_together < 2
        assert what.unopened_days < 3
        assert all(what.opens_at - at >= 7 * DAY for at in what.openings)


@given(letters, circumstances, moments, st.lists(copies, max_size=3))
def test_one_more_who_lets_go_never_opens_it(
    letter: Letter, what: Circumstances, now: datetime, torn: list[Copy]
) -> None:
    more = replace(what, copies=(*what.copies, *(replace(copy, let_go=True) for copy in torn)))
    if fold_letter(letter, more, now).state in OPENABLE:
        assert fold_letter(letter, what, now).state in OPENABLE

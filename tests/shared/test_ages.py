"""How old somebody is, as far as a year tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ages import AGE_ADULT, AGE_MIN, is_adult, is_plausible, may_sign_up

TODAY = date(2026, 3, 2)
BIRTHS = st.dates(date(1930, 1, 1), date(2025, 12, 31))
DAYS = st.dates(date(2026, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(("year", "may"), [(2010, True), (2011, False), (1950, True), (2026, False)])
def test_the_year_one_turns_sixteen_is_enough_to_say_so(year: int, may: bool) -> None:
    assert may_sign_up(year, TODAY) is may


@pytest.mark.parametrize(("year", "adult"), [(2007, True), (2008, False), (2009, False), (None, False)])
def test_the_whole_year_one_turns_eighteen_counts_as_under(year: int | None, adult: bool) -> None:
    assert is_adult(year, TODAY) is adult


@pytest.mark.parametrize(("year", "plausible"), [(1906, True), (1905, False), (2026, True), (2027, False), (0, False)])
def test_nobody_is_born_tomorrow_or_long_ago(year: int, plausible: bool) -> None:
    assert is_plausible(year, TODAY) is plausible


@given(birth=BIRTHS, today=DAYS)
def test_whatever_the_birthday_the_kinder_side_is_taken(birth: date, today: date) -> None:
    had_birthday = (today.month, today.day) >= (birth.month, birth.day)
    age = today.year - birth.year - (not had_birthday)
    assert not is_adult(birth.year, today) or age >= AGE_ADULT, "nobody under 18 counts as grown up"
    assert may_sign_up(birth.year, today) or age < AGE_MIN, "nobody who is 16 is sent away"


@given(birth=BIRTHS, today=DAYS)
def test_one_only_grows_older(birth: date, today: date) -> None:
    later = date(today.year + 1, today.month, min(today.day, 28))
    assert is_adult(birth.year, later) or not is_adult(birth.year, today)

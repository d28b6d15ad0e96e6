"""How old somebody is, as far as a year of birth tells. A year is read on its kinder side.

People say that they are old enough and name a year; nobody's birthday is asked for or kept.
"""

from datetime import date

AGE_MIN = 16
AGE_ADULT = 18
OLDEST = 120


def is_plausible(birth_year: int, today: date) -> bool:
    """Whether somebody alive can be born in this year."""
    return today.year - OLDEST <= birth_year <= today.year


def may_sign_up(birth_year: int, today: date) -> bool:
    """Whether somebody born in this year can be 16 by now. That they are, they have said themselves."""
    return today.year - birth_year >= AGE_MIN


def is_adult(birth_year: int | None, today: date) -> bool:
    """Whether this person is certainly 18: not in the year they turn 18, and not while their year is unknown."""
    return birth_year is not None and today.year - birth_year > AGE_ADULT

"""Every language Kith speaks is complete, and says days, plurals and numbers as its speakers do."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.messages.catalog import Catalog
from babel.numbers import format_decimal

from shared import dates
from shared.languages import ENGLISH, LANGUAGES, say_many, speaking
from tools.languages import catalogues
from tools.languages.checking import problems

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
A_FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_said_in_every_language(language: str) -> None:
    assert problems(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_its_own_name_and_its_plurals_by_the_rules(language: str) -> None:
    locale = Locale.parse(language)
    assert LANGUAGES[language].name == locale.get_display_name(language).capitalize()
    assert LANGUAGES[language].right_to_left is (locale.text_direction == "rtl")
    if language != ENGLISH:
        assert catalogues.read(language).plural_forms == Catalog(locale=language).plural_forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_months_have_the_names_the_language_gives_them(language: str) -> None:
    days, months = get_day_names("wide", locale=language), get_month_names("wide", locale=language)
    with speaking(language):
        assert [dates.weekday_name(number) for number in range(7)] == [days[number] for number in range(7)]
        assert [dates.month_name(date(2026, n, 1)) for n in range(1, 13)] == [months[n] for n in range(1, 13)]


def test_german_dates_stand_as_germans_write_them() -> None:
    with speaking("de"):
        assert dates.full_date(A_FRIDAY) == format_date(A_FRIDAY, "full", locale="de")
        assert dates.date_line(A_FRIDAY) == "Freitag, 27. November"
        assert dates.day_of_month(A_FRIDAY) == format_skeleton("MMMMd", A_FRIDAY, locale="de") == "27. November"
        assert dates.day_of_year(A_FRIDAY) == "27. November 2026"
        assert dates.ordinal(7) == dates.ordinal(21).replace("21", "7") == "7."


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_the_sign_of_the_language_before_their_decimals(language: str) -> None:
    with speaking(language):
        assert dates.number(Decimal("5.20")) == format_decimal(Decimal("5.2"), locale=language)


def test_one_day_and_three_days() -> None:
    with speaking("de"):
        said = [say_many("Every {n} day", "Every {n} days", n) for n in (1, 3)]
    assert said == ["Alle 1 Tag", "Alle 3 Tage"]

"""Days, months and numbers as they are said in the language spoken here. What a language says, its catalogue knows."""

from datetime import date
from decimal import Decimal

from shared.languages import language, message, say

_WEEKDAYS = (
    message("Monday"), message("Tuesday"), message("Wednesday"), message("Thursday"), message("Friday"),
    message("Saturday"), message("Sunday"),
)  # fmt: skip
_SHORT_WEEKDAYS = (
    message("Mon"), message("Tue"), message("Wed"), message("Thu"), message("Fri"), message("Sat"), message("Sun"),
)  # fmt: skip
_MONTHS = (
    message("January"), message("February"), message("March"), message("April"), message("May"), message("June"),
    message("July"), message("August"), message("September"), message("October"), message("November"),
    message("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    message("Jan"), message("Feb"), message("Mar"), message("Apr"), message("May"), message("Jun"), message("Jul"),
    message("Aug"), message("Sep"), message("Oct"), message("Nov"), message("Dec"),
)  # fmt: skip


def weekday(day: date) -> str:
    return weekday_name(day.weekday())


def weekday_name(number: int) -> str:
    """By its number, Monday being 0."""
    return say(_WEEKDAYS[number])


def short_weekday(number: int) -> str:
    """By its number, Monday being 0."""
    return say(_SHORT_WEEKDAYS[number])


def month_name(day: date) -> str:
    return say(_MONTHS[day.month - 1])


def day_of_month(day: date) -> str:
    """For instance "27 November"."""
    return say("{day} {month}", day=day.day, month=month_name(day))


def day_of_year(day: date) -> str:
    """For instance "27 November 2026"."""
    return say("{day} {month} {year}", day=day.day, month=month_name(day), year=day.year)


def short_day_of_month(day: date) -> str:
    return say("{day} {month}", day=day.day, month=say(_SHORT_MONTHS[day.month - 1]))


def date_line(day: date) -> str:
    """For instance "Friday, 27 November"."""
    return say("{weekday}, {day} {month}", weekday=weekday(day), day=day.day, month=month_name(day))


def full_date(day: date) -> str:
    """For instance "Friday, 27 November 2026"."""
    return say(
        "{weekday}, {day} {month} {year}", weekday=weekday(day), day=day.day, month=month_name(day), year=day.year
    )


def month_of_year(day: date) -> str:
    return say("{month} {year}", month=month_name(day), year=day.year)


def ordinal(number: int) -> str:
    """For instance "7th"; in languages without such endings all four are said alike."""
    if 10 <= number % 100 < 20:
        return say("{number}th", number=number)
    endings = {1: say("{number}st"), 2: say("{number}nd"), 3: say("{number}rd")}
    return endings.get(number % 10, say("{number}th")).format(number=number)


def number(value: Decimal | str) -> str:
    """As short as it goes, with the language's own sign before the decimals."""
    return format(Decimal(value).normalize(), "f").replace(".", language().decimal)


def decimals(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", language().decimal)

"""Words of the habit's own page and of changing a promise: what only the phone says about one habit's days."""

from datetime import date
from decimal import Decimal

from shared.plans import Frequency, Measure, Schedule
from shared.sentences import amount, joined, weekday
from shared.states import DayState

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LETTERS = "MTWTFSS"
STATE = {
    DayState.OPEN: "Open until you sleep.", DayState.DONE: "You showed up.", DayState.REST: "A day of rest.",
    DayState.LATE: "You showed up, added later.", DayState.PARTIAL: "Part of the way.",
    DayState.FORGIVEN: "Forgiven.", DayState.MISSED: "Stayed empty.", DayState.NOT_DUE: "Nothing was asked for.",
}  # fmt: skip
GRACE = "Still counts until {time}."
AHEAD = "Still to come."
STRENGTH = "Strength"
ONLY_YOU = "only you see this"
NUMBERS_AWAY = "Your numbers are put away."
HIDE_NUMBERS, SHOW_NUMBERS = "Hide", "Show them"
CURVE_BEGINS = "Your curve begins with your first day."
STREAK = ("Now", "Longest", "Days kept")
WEEKDAYS = "Your week"
WEEK_BEGINS = "After a week, this shows which days come easiest."
DUETS = "Duets"
SEE_ALL = "See all"
DUETS_BEGIN = "Your second photo will stand beside your first here."
FILM_YOURS = "Yours to keep. Nobody else sees it."
SHOW_UP, ADD_PHOTO = "Show up", "Add a photo"
JUST_DONE, JUST_ADD = "Done, without a photo", "Just add it"
REST_DAY, NO_REST, TAKE_BACK = "Rest this day", "No rest on this day", "Take this day back"
BESIDE_DAY_ONE = "Beside day 1"
PUT_AWAY = "Put this promise away"
PUT_AWAY_ASK = "Put {title} away?"
PUT_AWAY_DETAIL = "Your days and photos are kept. Friends see nothing new, and nobody is told why."
CHANGE, CHANGE_LINE = "Change it", "A promise may change"
NAME_HINT = "What you show up for"
CERTAIN_DAYS, TIMES_A_WEEK = "On certain days", "Times a week"
SAVE = "Save"
RINGS_FOR = "It rings only while the day is still open."
REMIND = "Remind me at"
FROM = "The new days hold from {day} on. Today stays as it is."
DISCREET = "Discreet"
DISCREET_DETAIL = "Friends see no amounts and can't say that they wait, and it has no letters."
CLOSE = "Close"
LOOKING = "Looking for your days …"


def month(first: date, today: date) -> str:
    """The month's name, with its year where that is another one."""
    name = _MONTHS[first.month - 1]
    return name if first.year == today.year else f"{name} {first.year}"


def day_title(day: date, today: date) -> str:
    if day == today:
        return "Today"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{weekday(day)}, {day.day} {_MONTHS[day.month - 1]}{year}"


def from_day(day: date, today: date) -> str:
    tomorrow = (day - today).days == 1
    return FROM.format(day="tomorrow" if tomorrow else f"{weekday(day)}, {day.day} {_MONTHS[day.month - 1]}")


def rhythm(schedule: Schedule) -> str:
    """For instance "Every day", "Mon, Wed and Fri" or "3 a week · 5 km"."""
    when = {
        Frequency.DAILY: "Every day",
        Frequency.WEEKDAYS: _weekdays(schedule),
        Frequency.PER_WEEK: "Once a week" if schedule.times == 1 else f"{schedule.times} a week",
        Frequency.PER_MONTH: "Once a month" if schedule.times == 1 else f"{schedule.times} a month",
        Frequency.EVERY_N: f"Every {schedule.every} days",
    }[schedule.frequency]
    return " · ".join(part for part in (when, _measure(schedule)) if part)


def _weekdays(schedule: Schedule) -> str:
    days = sorted(schedule.weekdays)
    return "Weekdays" if days == [0, 1, 2, 3, 4] else joined([_SHORT[day] for day in days])


def _measure(schedule: Schedule) -> str:
    if schedule.measure is Measure.TICK:
        return ""
    target = amount(schedule.target or Decimal(0), schedule.unit)
    return f"at most {target}" if schedule.measure is Measure.AT_MOST else target


def line(schedule: Schedule, friends: list[str]) -> str:
    """Under the title: "Every day · with Maya, Leo and Sam"."""
    named = joined(friends[:3]) if len(friends) <= 3 else f"{', '.join(friends[:2])} and {len(friends) - 2} more"
    return f"{rhythm(schedule)} · with {named}" if friends else rhythm(schedule)


def film(days: int) -> str:
    return f"Film of your {days} photos"


def film_waits(here: int, pages: int) -> str:
    return FILM_YOURS if here >= pages else f"{here} of {pages} pages are on this phone; the others are on their way."


def easiest(day: int) -> str:
    return f"{weekday(date(2024, 1, 1 + day))}s come easiest."


def of_days(kept: int, due: int) -> str:
    """Under a bar."""
    return f"{kept}/{due}" if due else "·"


def duet(one: str, other: str) -> str:
    return f"{one} and {other[:1].lower()}{other[1:]}"

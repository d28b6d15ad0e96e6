"""Words of the habit's own page and of changing a promise: what only the phone says about one habit's days."""

from datetime import date
from decimal import Decimal

from shared.dates import date_line, full_date, month_name, month_of_year, short_weekday
from shared.languages import say, say_many, within
from shared.plans import Frequency, Measure, Schedule
from shared.sentences import amount, joined
from shared.states import DayState

LETTERS = "MTWTFSS"
_EASIEST = (
    "Mondays come easiest.", "Tuesdays come easiest.", "Wednesdays come easiest.", "Thursdays come easiest.",
    "Fridays come easiest.", "Saturdays come easiest.", "Sundays come easiest.",
)  # fmt: skip
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
    return month_name(first) if first.year == today.year else month_of_year(first)


def day_title(day: date, today: date) -> str:
    if day == today:
        return say("Today")
    return date_line(day) if day.year == today.year else full_date(day)


def from_day(day: date, today: date) -> str:
    tomorrow = (day - today).days == 1
    return say(FROM, day=say("tomorrow") if tomorrow else date_line(day))


def rhythm(schedule: Schedule) -> str:
    """For instance say("Every day"), "Mon, Wed and Fri" or "3 a week · 5 km"."""
    when = {
        Frequency.DAILY: say("Every day"),
        Frequency.WEEKDAYS: _weekdays(schedule),
        Frequency.PER_WEEK: say_many("Once a week", "{n} a week", schedule.times),
        Frequency.PER_MONTH: say_many("Once a month", "{n} a month", schedule.times),
        Frequency.EVERY_N: say_many("Every {n} day", "Every {n} days", schedule.every),
    }[schedule.frequency]
    return " · ".join(part for part in (when, _measure(schedule)) if part)


def _weekdays(schedule: Schedule) -> str:
    days = sorted(schedule.weekdays)
    return say("Weekdays") if days == [0, 1, 2, 3, 4] else joined([short_weekday(day) for day in days])


def _measure(schedule: Schedule) -> str:
    if schedule.measure is Measure.TICK:
        return ""
    target = amount(schedule.target or Decimal(0), schedule.unit)
    return say("at most {target}", target=target) if schedule.measure is Measure.AT_MOST else target


def line(schedule: Schedule, friends: list[str]) -> str:
    """Under the title: "Every day · with Maya, Leo and Sam"."""
    if not friends:
        return rhythm(schedule)
    return say("{rhythm} · with {names}", rhythm=rhythm(schedule), names=_named(friends))


def _named(friends: list[str]) -> str:
    if len(friends) <= 3:
        return joined(friends)
    more = len(friends) - 2
    return say_many("{names} and {n} more", "{names} and {n} more", more, names=", ".join(friends[:2]))


def film(days: int) -> str:
    return say_many("Film of your photo", "Film of your {n} photos", days)


def film_waits(here: int, pages: int) -> str:
    if here >= pages:
        return say(FILM_YOURS)
    return say("{here} of {pages} pages are on this phone; the others are on their way.", here=here, pages=pages)


def easiest(day: int) -> str:
    return say(_EASIEST[day])


def of_days(kept: int, due: int) -> str:
    """Under a bar."""
    return f"{kept}/{due}" if due else "·"


def duet(one: str, other: str) -> str:
    """For instance "Day 1 and yesterday": small inside the line, where the language does that."""
    return say("{one} and {other}", one=one, other=within(other))

"""Words about one's account: sessions, taking one's data along, leaving."""

from datetime import date, datetime

from shared.dates import date_line, decimals
from shared.languages import say
from shared.sentences import day_name

TITLE, LINE = "Account", "Where you are signed in, and the way out"
LOOKING = "Asking your Kith …"
TRY_NOW = "Try now"
SIGNED_IN = "Signed in on"
HERE = "This phone"
END, END_OTHERS = "Sign out", "Sign out everywhere else"
END_ASK = "Sign {device} out?"
END_DETAIL = "It shows nothing of yours any more. What it has not sent waits there for you."
TAKE = "Take your data along"
TAKE_DETAIL = (
    "One file with your words, your days and your photos. It opens nothing and holds nothing of anybody else's."
)
PACK, SAVE_IT = "Pack it", "Save it on this phone"
PACKING = "Being packed. You may leave this page."
SAVING = "On its way …"
SAVED = "Saved as {name} in your downloads."
BROWSER = "It is ready. Fetch it in a browser: {address}"
NOT_SAVED = "It could not be saved here. There may be too little room."
ENDED = "It could not be packed. Please ask for it once more."
LEAVE, LEAVE_LINE = "Leave Kith", "For good, after seven days to think it over."
LEAVE_ASK = "Leave Kith?"
LEAVE_DETAIL = (
    "To others you are gone at once, and your friendships end. For seven days you can stay after all; "
    "then every day, word and photo of yours is deleted. Nobody is told."
)
LEAVE_NOW, STAY = "Leave", "I'll stay"
BY_HOST = "The people who run this Kith closed your account. Only they can take that back."


def began(day: date | None, used: date | None, today: date) -> str:
    """For instance "Since 3 November · used yesterday"."""
    since = say("Since {day}", day=_day(day, today)) if day else ""
    last = say("used {day}", day=_day(used, today)) if used else ""
    return " · ".join(part for part in (since, last) if part)


def _day(day: date, today: date) -> str:
    if day >= today:
        return say("today")
    return say("yesterday") if (today - day).days == 1 else day_name(day, today)


def ready(size: int, until: datetime) -> str:
    return say("Ready: {size}. It is kept until {day}.", size=_size(size), day=date_line(until.date()))


def _size(size: int) -> str:
    if size < 100_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{decimals(size / 1_000_000, 1)} MB"


def leaving(at: datetime) -> str:
    return say("You are leaving. On {day} everything of yours is deleted.", day=date_line(at.date()))

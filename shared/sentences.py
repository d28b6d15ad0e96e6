"""What Kith says to people, on the phone and at the web door alike: one place, so that both say the same.

Conditions are code, not taste; some words are never said at all.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

ANY_TIME = "Any time before you sleep."
ALONE_ACCENT = "Day-1 you is watching."
ALONE_LABEL = "Day-1 you"
IS_IN = "is in."
NOTHING_LEFT = "Nothing left to do today."
CAME_BACK = "You came back."
TODAY_IS_OPEN = "Today is open."
SHOW_UP = "Show up today"
LATE_DETAIL = "Did you do it?"
LATE_YES = "I did: add it"
LATE_NO = "No: show up today"
RESTING = "Resting."
RESTING_SMALL = "Take the time you need."
NO_HABIT = "What will you show up for?"
NO_HABIT_SMALL = "Thirty days. Five seconds a day."
KEPT_AT_THE_END = "Kept when the day ends."
NOTHING_DUE = "Nothing due today."
ANY_DAY = "Any day you like."
ARRIVED_DETAIL = "Only you can know. If it's somebody else, say no: they are not told."
THATS_EVERYONE = "That's everyone."
WITNESS_DETAIL = "If they miss and stay away, a letter they wrote themselves may open. You never have to send anything."
GALLERY_DETAIL = "You see what they show. You never have to send anything."
THEN_EVERYONE = "Then that's everyone."
NEVER_HAVE_TO = "You never have to send anything."
YOURE_FIRST = "You're first."
LET_GO = "Let it go"
NOTHING_TO_MAKE_UP = "Nothing to make up for."
ROUGH_WEEK = "Rough week?"
ROUGH_WEEK_SMALL = "Rest a while, if that helps. Today is open, too."
LETTER_GONE = "The letter is gone. Nobody read it to you."
LETTER_READ = "Your letter is open."
LETTER_READ_DETAIL = "You asked for it to be kept. It is yours now."
LETTER_CLOSED = "Your letter stays closed."
LETTER_NONE = "No letter yet."
LETTER_NONE_DETAIL = (
    "One sentence to yourself, kept by your witnesses for a day you go quiet. It never comes by itself."
)
LETTER_UNKEPT = "Nobody keeps it yet."
LETTER_KEPT_DETAIL = "You don't get to read it unless you go quiet. You may write it anew, unseen, or take it back."
LETTER_OFF = "Your letter is off."
LETTER_OFF_DETAIL = "It was opened twice with no day in between, so it switched itself off. You may write another."
LETTER_NOT_HERE = "This habit goes without letters."
LETTER_AFTER = "A day is still waiting for you. The letter can be changed after it."
LETTER_OFFER = "A letter for a day you go quiet?"
LETTER_WRITE = "A letter to yourself"
LETTER_WRITE_DETAIL = "For a day you go quiet. Given away, you can't read it; come back in time, and it burns unread."
LETTER_GIVE = "Give it away"
LETTER_PICKS = (
    "I was counting on you. I still am.",
    "You said thirty days. I believed you.",
    "Don't let me be the one who stopped.",
    "Come back small. Small counts.",
)
NO_LETTER_HERE = "There is no letter now."
LETTER_TOMORROW = "What would make tomorrow easier?"
LETTER_BEFORE_PHOTO = "It opened before your photo arrived. That day counts."
WORDS_WRONG = "One to 140 letters in plain words, and no links, please."
GOLD_DETAIL = "They read it the day they make it: with the 7th photo, or the 30th, 100th, 365th. Not a word before."
GOLD_SEAL = "Seal it"
KEEP_IT = "Keep it"
REPORT_IT = "Report"
GOLD_OPENS = "opens a gold letter."
AND_YOU_DETAIL = "You look at theirs. They could look at yours."
KEEP_DETAIL = "They wrote it themselves. If they miss and stay away and you do nothing, it may open."
HARD_TIME = "Hard time?"
HARD_TIME_DETAIL = "Everything rests from today, until you say so. Nothing is counted, and what is sealed burns."
REST_A_WHILE = "Rest a while"
ASK_SOMEBODY = "Rest, and ask a friend to check on me"
WHO_CHECKS = "Who may check on you?"
WHO_CHECKS_DETAIL = "They get one line from Kith, and nothing about your days."
CODE_WRONG = "That code isn't right, or it has run out."
EMAIL_WRONG = "That doesn't look like an e-mail address."
YEAR_WRONG = "Please write the year you were born, like 1990."
NAME_WRONG = "A name has 1 to 40 letters."
AMOUNT_WRONG = "Please write a number, like 5 or 5.2."
THIRTY_DAYS = "Thirty days."
SEASON_OVER_DETAIL = "Once more, lighter, or done?"
ONCE_MORE = "Once more"
DONE = "Done"
NEXT_THIRTY = "The next thirty days"
WHO_LOOKS = "Who may look, once a day?"
ASKED_ANEW = "They are asked anew. Whoever you leave out is told nothing."
DONE_DETAIL = "Your days and photos stay. Friends see nothing new, and nobody is told why."
KEEP_ALONE = "Keep it, just for me"
PUT_AWAY = "Put it away"

REACTIONS = {
    "proud": "Proud", "clap": "Clap", "fire": "Fire", "strong": "Strong", "heart": "Heart", "laugh": "Laugh",
}  # fmt: skip
CHEERS = {
    "hug": "A hug", "here_for_you": "Here for you", "tomorrow_together": "Tomorrow, together",
    "take_your_time": "Take your time",
}  # fmt: skip
INVITE_LINK = "Your link, for one friend"
GUEST = "{name} · guest"
INVITE_WEEK = "It works for seven days."
REPORT_WHY = {
    "body_pictures": "They asked for pictures of a body", "harassment": "Unkind, or too much",
    "harm": "Somebody may come to harm", "nudity": "Nudity", "not_their_photo": "Not their photo",
    "something_else": "Something else",
}  # fmt: skip
REPORT_LETTER = "Report this letter?"
REPORT_DAY = "Report this day?"
REPORT_PERSON = "Report {name}?"
ONLY_THE_HOSTS = "Only the people who run this Kith will know."
NOT_TOLD = "Whatever you choose, they are not told."
TOLD_IF_ASKED = "Unless you ask them to look, they are not told."
MUTE, UNMUTE = "Mute: their days don't come up", "Let their days come up"
RESTRICT, UNRESTRICT = "Restrict: they see nothing of mine", "Let them see mine"
_SOURCES = {"camera": "taken now", "library": "from library"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def operator(about: Mapping[str, object]) -> str:
    """Who runs the server; nothing before it was asked."""
    return f"Run by {about['operator']}. Reach them at {about['contact']}." if about else ""


def arrived(name: str) -> str:
    return f"{name} used your invitation. Is it them?"


def waiting_for(inviter: str, until: date) -> str:
    """Said to somebody new until their friend has answered."""
    end = f"{until.day} {_MONTHS[until.month - 1]}"
    return f"{inviter} has yet to say that it's you. Until then, Kith is yours alone; on {end} it would close."


def weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def date_line(day: date) -> str:
    return f"{weekday(day)}, {day.day} {_MONTHS[day.month - 1]}"


def season_day(today: date, day: int, days: int) -> str:
    """Said quietly with the date, in little room; the headline is the day number, which never starts over."""
    return f"{today.day} {_MONTHS[today.month - 1][:3]} · {day} of {days}"


def day_name(day: date, today: date) -> str:
    """Yesterday, a weekday within the last week, or the date."""
    back = (today - day).days
    if back > 6:
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return "Yesterday" if back == 1 else weekday(day)


def day_label(number: int) -> str:
    return f"Day {number}"


def show(friend: str) -> str:
    return f"Show {friend}."


def saw(names: Sequence[str]) -> str:
    return f"{joined(names)} saw." if names else ""


def saw_first(friend: str) -> str:
    return f"{friend} saw you first."


def stayed_empty(day: date, today: date) -> str:
    return f"{day_name(day, today)} stayed empty."


def forgiven(day: date) -> str:
    return f"{weekday(day)} is forgiven."


def let_it_go(friend: str, next_number: int) -> str:
    return f"{friend} let it go. {NOTHING_TO_MAKE_UP} See you on day {next_number}."


def still_counts(until: datetime, zone: str) -> str:
    """The late strip: "until noon", or the time on the person's own clock."""
    local = until.astimezone(ZoneInfo(zone))
    at = "noon" if (local.hour, local.minute) == (12, 0) else f"{local:%H:%M}"
    return f"Yesterday still counts until {at}."


def joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def when(day: date, today: date, part: str, source: str) -> str:
    """For instance "This morning · taken now" or "Monday, evening · from library"."""
    at = f"This {part}" if day == today else f"{day_name(day, today)}, {part}"
    return " · ".join(word for word in (at, _SOURCES.get(source, "")) if word)


def would_like(friend: str) -> str:
    return f"{friend} would like you to look, once a day, for 30 days."


def until(local: datetime) -> str:
    """How long an answer can still be given: "Until Thursday at noon"."""
    return f"Until {at_hour(local)}"


def empty_day_of(friend: str, day: date, today: date) -> str:
    """The headline of a witness's card."""
    return f"{friend}: {'yesterday' if (today - day).days == 1 else day_name(day, today)} stayed empty."


def at_hour(local: datetime) -> str:
    """For instance "Thursday at noon"."""
    at = "noon" if (local.hour, local.minute) == (12, 0) else f"{local:%H:%M}"
    return f"{weekday(local.date())} at {at}"


def keeping(friend: str) -> str:
    return f"{friend} is keeping your blue letter." if friend else "Your blue letter is being kept."


def on_its_way(opens_at: datetime) -> str:
    return f"It can open {at_hour(opens_at)}. Show up before, and it burns unread."


def asked_to_keep(friend: str) -> str:
    return f"You asked {friend or 'a friend'} to keep this for you."


def stays_closed(burns_at: datetime) -> str:
    return f"It burns unread on {weekday(burns_at.date())}. Until then it is there."


def kept_by(names: Sequence[str]) -> str:
    return f"{joined(names)} {'keeps' if len(names) == 1 else 'keep'} your letter."


def offer_detail(friend: str) -> str:
    return f"You write it, {friend} keeps it. Come back in time, and it burns unread."


def ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 < 20 else ending}"


def your_photo(number: int) -> str:
    return f"Your {ordinal(number)} photo"


def next_gold(number: int | None) -> str:
    return f"The next one opens with your {ordinal(number)}." if number else "You made all of it."


def gold_ready(friend: str) -> str:
    return f"A letter from {friend} is ready."


def thank(friend: str) -> str:
    return f"Thank {friend}"


def gold_for(friend: str) -> str:
    return f"A gold letter for {friend}"


def gold_hint(friend: str) -> str:
    return f"What will you want to say when {friend} makes it?"


def gold_sealed(friend: str, milestone: int | None) -> str:
    day = f" for {friend}'s {ordinal(milestone)} photo" if milestone else ""
    return f"Your gold letter is sealed{day}."


def and_you(friend: str) -> str:
    return f"And you? {friend} could be yours."


def asks_to_keep(friend: str) -> str:
    return f"{friend} asks you to keep a letter."


def wrote_to_themselves(friend: str) -> str:
    return f"{friend} wrote this to themselves"


def if_you_do_nothing(friend: str) -> str:
    return f"If you do nothing, {friend}'s letter may open. You never have to send anything."


def part_of_day(at: datetime, zone: str) -> str:
    hour = at.astimezone(ZoneInfo(zone)).hour
    if 4 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def amount(value: str | Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    plain = format(Decimal(value).normalize(), "f")
    return f"{plain} {unit}".strip()


def goal_any_time(goal: str) -> str:
    return f"{goal}, any time before you sleep."


def is_the_goal(goal: str) -> str:
    return f"{goal} is the goal."


def quota(done: int, needed: int, per_week: bool) -> str:
    return f"{done} of {needed} this {'week' if per_week else 'month'}."


def to_go(count: int, per_week: bool) -> str:
    return f"{count} to go this {'week' if per_week else 'month'}."


def next_due(day: date, today: date) -> str:
    return "Next: tomorrow." if (day - today).days == 1 else f"Next: {weekday(day)}."

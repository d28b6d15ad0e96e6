"""What Kith says to people, on the phone and at the web door alike: one place, so that both say the same.

Conditions are code, not taste; some words are never said at all. The names here hold English, which `say` makes the
language spoken; the functions below have said it already.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from shared.dates import day_of_month, number, ordinal, short_day_of_month, weekday
from shared.languages import message, say, say_many
from shared.ranking import Knob, Why

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
WHAT_COMES_FIRST = "What comes first?"
FIRST_DETAIL = "Of friends' days in these two weeks. It's your list alone: nobody is told."
THEN_NEWEST = "What stands higher here counts first. The rest goes by time, newest first."
KNOBS = {
    Knob.COMEBACKS: ("Comebacks", "Friends who came back from an empty day you saw"),
    Knob.WAITING: ("Waiting on you", "Days you are asked to look at that nobody has answered"),
    Knob.UNANSWERED: ("Not answered yet", "What you haven't answered, before what you have"),
    Knob.CLOSE: ("Close to you", "Friends you answered on four days or more within thirty"),
}  # fmt: skip
"""Each knob of the feed, with what it lifts."""
COMES_LATER = "Less of these"
NO_LESS = "Nothing yet. Less of this lies on every friend's day, under the three dots."
LESS_OF_THIS, AS_BEFORE = "Less of this", "As before"
LESS_ASKED = "You asked for less of this"
LESS_DETAIL = "Its days come after the others. Nobody is told."
_WHY = {
    Why.COMEBACKS: "They came back", Why.WAITING: "Waiting on you", Why.UNANSWERED: "You haven't answered yet",
    Why.CLOSE: "Close to you", Why.ANSWERED: "You answered", Why.NEWEST: "Newest first", Why.OLDER: "Older",
    Why.LESS: LESS_ASKED,
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
_THIS_PART = {"morning": "This morning", "afternoon": "This afternoon", "evening": "This evening"}
_PART_OF = {"morning": "{day}, morning", "afternoon": "{day}, afternoon", "evening": "{day}, evening"}


def operator(about: Mapping[str, object]) -> str:
    """Who runs the server; nothing before it was asked."""
    if not about:
        return ""
    return say("Run by {operator}. Reach them at {contact}.", operator=about["operator"], contact=about["contact"])


def arrived(name: str) -> str:
    return say("{name} used your invitation. Is it them?", name=name)


def waiting_for(inviter: str, until: date) -> str:
    """Said to somebody new until their friend has answered."""
    return say(
        "{inviter} has yet to say that it's you. Until then, Kith is yours alone; on {end} it would close.",
        inviter=inviter, end=day_of_month(until),
    )  # fmt: skip


def season_day(today: date, day: int, days: int) -> str:
    """Said quietly with the date, in little room; the headline is the day number, which never starts over."""
    return say("{date} · {day} of {days}", date=short_day_of_month(today), day=day, days=days)


def day_name(day: date, today: date) -> str:
    """Yesterday, a weekday within the last week, or the date."""
    back = (today - day).days
    if back > 6:
        return day_of_month(day)
    return say("Yesterday") if back == 1 else weekday(day)


def day_label(number: int) -> str:
    return say("Day {number}", number=number)


def their_day(friend: str, number: int) -> str:
    """The headline over a friend's photo."""
    return say("{name}, day {number}.", name=friend, number=number)


def show(friend: str) -> str:
    return say("Show {friend}.", friend=friend)


def saw(names: Sequence[str]) -> str:
    return say_many("{names} saw.", "{names} saw.", len(names), names=joined(names)) if names else ""


def saw_first(friend: str) -> str:
    return say("{friend} saw you first.", friend=friend)


def stayed_empty(day: date, today: date) -> str:
    return say("{day} stayed empty.", day=day_name(day, today))


def forgiven(day: date) -> str:
    return say("{day} is forgiven.", day=weekday(day))


def let_it_go(friend: str, next_number: int) -> str:
    return say(
        "{friend} let it go. Nothing to make up for. See you on day {number}.", friend=friend, number=next_number
    )


def still_counts(until: datetime, zone: str) -> str:
    """The late strip: "until noon", or the time on the person's own clock."""
    local = until.astimezone(ZoneInfo(zone))
    return say("Yesterday still counts until {time}.", time=clock_time(local))


def clock_time(local: datetime) -> str:
    return say("noon") if (local.hour, local.minute) == (12, 0) else f"{local:%H:%M}"


def joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return say("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def next_line(friends: Sequence[str]) -> str:
    """At the foot of the rounds, for instance "Sam and Nora next. Then that's everyone."."""
    names = list(dict.fromkeys(friends))
    if not names:
        return say(THEN_EVERYONE)
    people, more = joined(names), len(names) - 2
    if len(names) > 3:
        people = say_many("{names} and {n} more", "{names} and {n} more", more, names=", ".join(names[:2]))
    return say("{names} next. Then that's everyone.", names=people)


def when(day: date, today: date, part: str, source: str) -> str:
    """For instance "This morning · taken now" or "Monday, evening · from library"."""
    at = say(_THIS_PART[part]) if day == today else say(_PART_OF[part], day=day_name(day, today))
    return " · ".join(word for word in (at, say(_SOURCES.get(source, ""))) if word)


def would_like(friend: str) -> str:
    return say("{friend} would like you to look, once a day, for 30 days.", friend=friend)


def until(local: datetime) -> str:
    """How long an answer can still be given: "Until Thursday at noon"."""
    return say("Until {when}", when=at_hour(local))


def empty_day_of(friend: str, day: date, today: date) -> str:
    """The headline of a witness's card."""
    if (today - day).days == 1:
        return say("{friend}: yesterday stayed empty.", friend=friend)
    return say("{friend}: {day} stayed empty.", friend=friend, day=day_name(day, today))


def at_hour(local: datetime) -> str:
    """For instance "Thursday at noon"."""
    if (local.hour, local.minute) == (12, 0):
        return say("{day} at noon", day=weekday(local.date()))
    return say("{day} at {time}", day=weekday(local.date()), time=f"{local:%H:%M}")


def keeping(friend: str) -> str:
    if not friend:
        return say("Your blue letter is being kept.")
    return say("{friend} is keeping your blue letter.", friend=friend)


def on_its_way(opens_at: datetime) -> str:
    return say("It can open {when}. Show up before, and it burns unread.", when=at_hour(opens_at))


def asked_to_keep(friend: str) -> str:
    if not friend:
        return say("You asked a friend to keep this for you.")
    return say("You asked {friend} to keep this for you.", friend=friend)


def stays_closed(burns_at: datetime) -> str:
    return say("It burns unread on {day}. Until then it is there.", day=weekday(burns_at.date()))


def kept_by(names: Sequence[str]) -> str:
    return say_many("{names} keeps your letter.", "{names} keep your letter.", len(names), names=joined(names))


def offer_detail(friend: str) -> str:
    return say("You write it, {friend} keeps it. Come back in time, and it burns unread.", friend=friend)


def your_photo(number: int) -> str:
    return say("Your {nth} photo", nth=ordinal(number))


def next_gold(number: int | None) -> str:
    if not number:
        return say("You made all of it.")
    return say("The next one opens with your {nth}.", nth=ordinal(number))


def gold_ready(friend: str) -> str:
    return say("A letter from {friend} is ready.", friend=friend)


def thank(friend: str) -> str:
    return say("Thank {friend}", friend=friend)


def gold_for(friend: str) -> str:
    return say("A gold letter for {friend}", friend=friend)


def gold_hint(friend: str) -> str:
    return say("What will you want to say when {friend} makes it?", friend=friend)


def gold_sealed(friend: str, milestone: int | None) -> str:
    if not milestone:
        return say("Your gold letter is sealed.")
    return say("Your gold letter is sealed for {friend}'s {nth} photo.", friend=friend, nth=ordinal(milestone))


def and_you(friend: str) -> str:
    return say("And you? {friend} could be yours.", friend=friend)


def asks_to_keep(friend: str) -> str:
    return say("{friend} asks you to keep a letter.", friend=friend)


def wrote_to_themselves(friend: str) -> str:
    return say("{friend} wrote this to themselves", friend=friend)


def if_you_do_nothing(friend: str) -> str:
    return say("If you do nothing, {friend}'s letter may open. You never have to send anything.", friend=friend)


def part_of_day(at: datetime, zone: str) -> str:
    """A code, not a word: `when` says it."""
    hour = at.astimezone(ZoneInfo(zone)).hour
    if 4 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def amount(value: str | Decimal | None, unit: str) -> str:
    return f"{number(value)} {unit}".strip() if value is not None else ""


def goal_any_time(goal: str) -> str:
    return say("{goal}, any time before you sleep.", goal=goal)


def is_the_goal(goal: str) -> str:
    return say("{goal} is the goal.", goal=goal)


def so_far(done: str, goal: str) -> str:
    """For instance "2 of 3 coffees."."""
    return say("{done} of {goal}.", done=done, goal=goal)


def quota(done: int, needed: int, per_week: bool) -> str:
    line = message("{done} of {needed} this week.") if per_week else message("{done} of {needed} this month.")
    return say(line, done=done, needed=needed)


def to_go(count: int, per_week: bool) -> str:
    return say(message("{count} to go this week.") if per_week else message("{count} to go this month."), count=count)


def next_due(day: date, today: date) -> str:
    return say("Next: tomorrow.") if (day - today).days == 1 else say("Next: {day}.", day=weekday(day))


def why_here(why: Why, day: date, today: date) -> str:
    """Why a friend's day stands where it stands in the feed."""
    return say("They came back today") if why is Why.COMEBACKS and day == today else say(_WHY[why])

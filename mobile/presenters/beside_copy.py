"""The words about what stands beside a day: anchors, role models, starting beside, and the empty half."""

from collections.abc import Sequence

from mobile.presenters import copy
from shared.languages import say

BUSY = "Getting it ready …"
CHOOSE = "Beside what?"
CHOOSE_DETAIL = (
    "It stands on the left of your days. Friends see it too; a friend's day only those who may see that day."
)
DAY_ONE, YESTERDAY, PICTURE, CLIP = "Day 1", "Yesterday", "A picture", "A clip"
LATEST = "{name}, {day}"
YOUR_PICTURE, YOUR_CLIP = "Your picture", "Your clip"
NO_VIDEO = "Videos ({kind}) can't be read on this machine. A moving GIF or WebP works."
A_PICTURE, A_CLIP = "a picture", "a clip"
BESIDE_MORE = "Beside something else"

KEEP = "Keep beside mine"
START = "Start beside"
NOT_NOW = "Not now"
WHICH_OF_MINE = "Beside which of yours?"
KEEP_DETAIL = "Their day stands beside yours, and their latest one waits on Today. It opens nothing more to you."
KEPT = "{name} stands beside {title}."
START_DETAIL = "Their promise becomes yours as well, on the same days. They are told."
STARTED_DETAIL = "Your promise is made, and {name} hears of it. Day 1 is whenever you show up."
UNDO = "Undo"
GOOD = "Good"
END_BESIDE = "No longer beside mine"
END_ASK = "Take them from beside yours?"
NOT_TOLD = "They are not told."
NEXT, CLOSE = "Next", "Close"
BESIDE_YOU = "Beside you"
NO_PHOTO_YET = "No photo to show yet."
OFFER_DETAIL = "You came for day {number}. One tap makes it your promise, too."

ALLOW, ALLOWED, NOT_ALLOWED = "Friends may start beside", "Yes", "No"
STANDS = "Stands beside"
REPORT_WHICH, THE_DAY, WHAT_STANDS = "What do you report?", "The day", "What stands beside it"
REPORT_BESIDE = "Report what stands beside it?"
TOLD, TOLD_YES, TOLD_NO = "Habits kept beside mine", "Tell me", "Silent"

NOT_SHARING = "Not sharing right now"
QUIET_DETAIL = "That can have any reason. You may look on, or stop looking; they are not told."
HALF_PROMISE = "30 days.\nFive seconds\na day."
HALF_QUESTION = "Will you be\nmy witness?"
SHARE_HALF = "Share the empty half"
HALF_LIES = "The picture is in {place}. The link is copied: paste it beside."
HALF_SENT = "The picture and the link are on their way."
HALF_FOOT = "One photo, on a small page. They can answer before joining. Take it back any time."
_SHORT = 11
"""Letters of a name that stand in a chip on half a photo."""


def first_name(name: str) -> str:
    """Short enough to stand with a number on half a photo."""
    word = name.split(maxsplit=1)[0] if name.split() else name
    return word if len(word) <= _SHORT else f"{word[: _SHORT - 1]}…"


def day_of(number: int) -> str:
    return say("day {number}", number=number)


def friends_day(name: str, number: int) -> str:
    """On the photo of somebody else's day: "Leo · day 212"."""
    return f"{first_name(name)} · {day_of(number)}"


def line_up(what: str) -> str:
    """On the half that waits for a photo: what is on the other one."""
    return say("Line up with {what}", what=what) if what else say("Show today")


def beside(what: str) -> str:
    return say("Beside {what}", what=what)


def started(name: str) -> str:
    return say("You started beside {name}.", name=name)


def models_line(names: Sequence[str]) -> str:
    return copy.joined(names)


def offer(name: str, title: str) -> str:
    return say("{title}, beside {name}?", title=title, name=name)

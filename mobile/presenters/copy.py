"""Every word the presenters say. What the web door says too stands in shared/sentences.py, and is said from here."""

from shared.codes import SENTENCES, Code
from shared.languages import say, say_many
from shared.sentences import *  # noqa: F403  (one namespace of words)

SEND_TO_A_FRIEND = "Send to a friend"
HOLD_FOR_FACE = "Press and hold: your own face."
FOR_YESTERDAY = "For yesterday"
LETTER_OPENING = "Your letter opens as soon as Kith can be reached."
WAITS = "Waits for the network. It is safe on this phone."
INVITE_MISSING = "Kith is by invitation: the link a friend sent you, or the code in it."
SIGN_IN_ONCE_MORE = "Please sign in once more. Everything unsent is safe on this phone."
NO_SERVER = "Kith can't be reached right now. Please try once more in a moment."
CIRCLES = "Circles"
CIRCLES_LINE = "Only you see these"
NO_CIRCLES = "Gym, Writers, Family: name a circle of friends, and show a habit to all of it at once."
NEW_CIRCLE = "New circle"
CIRCLE_HINT = "Gym, Writers, Family …"
WHO_IS_IN_IT = "Who is in it? Nobody is told."
NO_FRIENDS_YET = "Friends you invite can be put in here."
SAVE = "Save"
GIVE_UP_CIRCLE = "Give this circle up"
LOOK_BACK = "Look back"
ONLY_YOU_SEE = "Only you see this. What comes next?"
PLAY_FILM = "Play the film"
LIGHTER = "Lighter"
NOBODY_LOOKS = "Nobody looks at this one. You can ask a friend on any day."
GENTLE = "7 gentle days first"
IN_EARNEST = "No gentle days"
BEGIN = "Begin"
WELL_DONE = "Thirty days are yours."
SHOW_A_GUEST = "Show today's photo to a guest"
GUEST_LINK = "One photo, for one person without Kith"
GUEST_WEEK = "It opens in one browser, for seven days."
POINT_CAMERA = "Let them point their phone's camera at it, or send the link."
PHOTO_FIRST = "There is no photo of today yet."
NUDGES = {
    "waiting_for_yours": "I'm waiting for yours", "with_you": "I'm with you today",
    "any_time": "Any time today, I look forward", "saving_a_seat": "I saved you a place",
}  # fmt: skip
STILL_TO_COME = "Day {number} · {title}"
NUDGE_ASK = "Say it to {name}?"
NUDGE_SMALL = "Once a day is enough. Whether it rings is up to them."
LET_WRITE, NO_MORE_WORDS = "May write in their own words: they see it", "No more words of their own"
WRITE_A_LINE = "Write a line"
WRITE_TO = "A line to {name}"
ONLY_THEY_READ = "Only {name} reads it. They let you write."
LINE_HINT = "What you'd say if you stood there"
ADD_A_LINE, CHANGE_LINE = "Add a line of your own", "Change your line"
WITH_YOUR_FACE, YOUR_FACE = "With your face", "Your face"
SEND = "Send"
WROTE_TO_YOU = "{name} wrote to you."
SENT_THEIR_FACE = "{name} sent you their face."
GONE_FOR_BOTH = "Taken away, it is gone for both of you."
TAKE_LINE_AWAY = "Take this line away"
TAKE_PICTURE_AWAY = "Take this picture away"
TAKE_BACK = "Take it back"
YOUR_LINE = "Your line to {name}"
REPORT_LINE, REPORT_FACE = "Report these words?", "Report this picture?"
TO_THE_DAY = "To the day"
PLAIN_WORDS = "One line in plain words, and no links, please."
NO_PICTURE = "No picture came from the camera."
CAMERA_GAVE_NONE = "If this phone keeps it from Kith, its settings can change that."
CHOOSE_INSTEAD = "Choose a picture"
NONE_CHOSEN = "No picture was chosen. A note or a tick counts the same."
NO_ROOM = "There is no room left on this phone. Make some (Me, Storage), then choose it once more."
STORAGE = "Storage: {size} MB of pictures"
MAKE_ROOM = "Make room"
NONE_TAKEN = (
    "No picture came from the camera. If this phone keeps it from Kith, its settings can change that. "
    "A note or a tick counts the same."
)
NUDGE, NUDGED = "I'm waiting", "Said"


def friends_now(name: str) -> str:
    return say("You and {name} are friends now.", name=name)


def show_to(habit: str) -> str:
    return say("Show {habit} to them", habit=habit)


def shown_to(habit: str) -> str:
    return say("{habit} is shown to them", habit=habit)


def season_kept(days: int) -> str:
    return say_many("You showed up once.", "You showed up {n} times.", days)


def refusal(code: str) -> str:
    known = code in Code.__members__.values()
    return say(SENTENCES[Code(code)] if known else SENTENCES[Code.INVALID])


def in_a_browser(server: str) -> str:
    """The app has no screen-reader support, and says what has."""
    return say(
        "Kith in a browser: {server}/door. For a screen reader, a keyboard, or somebody without the app.", server=server
    )

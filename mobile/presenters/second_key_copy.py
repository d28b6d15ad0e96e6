"""Words about the second key: digits from an authenticator app, and codes on paper for the day it is gone."""

from shared.languages import say

TITLE, LINE = "A second key", "Beside the code from your mailbox"
OFF_TITLE, ON_TITLE = "Not set up yet", "It is on"
OFF = (
    "A code from your mailbox is all it takes to sign in as you. With a second key, six digits from an authenticator "
    "app are asked for, too."
)
SET_UP = "Set it up"
SCAN = "Scan this with your authenticator app. Is that app on this phone? Then copy the secret into it."
SECRET, COPY_SECRET = "The secret", "Copy the secret"
COPIED = "Copied. It stays on the clipboard until you copy something else."
THEN = "Then give the six digits it shows. From then on they are asked for."
DIGITS = "Six digits"
TURN_ON = "Turn it on"
PAPER = "Codes on paper"
PAPER_DETAIL = (
    "For the day your app is gone: each signs you in once, instead of the six digits. They are shown only now. "
    "Keep them somewhere other than this phone."
)
COPY_CODES, SAVE_CODES, HAVE_THEM = "Copy them", "Save them", "I have them"
ON = "Whenever you sign in, six digits from your app are asked for, or one of your codes on paper."
NEW_CODES, NEW_CODES_ASK = "New codes on paper", "New codes on paper?"
NEW_CODES_DETAIL = "The ones you have stop working."
MAKE_THEM = "Make new ones"
TURN_OFF, TURN_OFF_ASK = "Turn it off", "Turn the second key off?"
TURN_OFF_DETAIL = "Then a code from your mailbox is all it takes to sign in as you."
FIRST = "The second key first"
FIRST_DETAIL = "Give the six digits from your app, or one of your codes on paper."
DIGITS_OR_PAPER = "Digits or a code"
GO_ON, NOT_NOW = "Go on", "Not now"
WRONG = (
    "These digits don't fit. They change every half minute and work once: give the ones shown now. If none fit, "
    "see whether both clocks are right."
)
ALREADY_ON = "Somebody turned a second key on meanwhile."
NO_PAPER = "It is on. The codes on paper didn't come through: make new ones."
NOT_SAVED = "They could not be saved here. Copy them, or write them down."


def saved(name: str) -> str:
    return say("Saved as {name} in your downloads. Move the file somewhere other than this machine.", name=name)


def paper(codes: tuple[str, ...]) -> str:
    """What is copied and saved."""
    return "\n".join((say("Kith: codes on paper. Each signs in once."), *codes, ""))

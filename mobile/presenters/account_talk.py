"""What the sign-in API's answers about an account mean: done, the second key is asked for, wrong, later, or out."""

from enum import Enum, auto

from mobile.api.account import Spoken
from mobile.presenters import copy
from mobile.presenters.base import Phone
from shared.codes import Code
from shared.languages import say

_PATIENCE = (Code.TOO_MANY, Code.UNAVAILABLE)


class Meaning(Enum):
    DONE = auto()
    ASKS_KEY = auto()
    """Whoever has a second key gives it once more first."""
    REFUSED = auto()
    """What was written is not right; `codes` say why."""
    LATER = auto()
    OUT = auto()
    """The server no longer knows this phone."""


def meaning(spoken: Spoken) -> Meaning:
    status, body = spoken
    if status == 200:
        return Meaning.DONE
    if status in (401, 410):
        return Meaning.ASKS_KEY if (body.get("meta") or {}).get("is_authenticated") else Meaning.OUT
    return Meaning.REFUSED if status in (400, 409) else Meaning.LATER


def codes(spoken: Spoken) -> list[str]:
    return [str(error.get("code")) for error in spoken[1].get("errors") or []]


def later(spoken: Spoken) -> str:
    """The server's own words while it lets nobody through, else that it can't be reached."""
    _, body = spoken
    return str(body["detail"]) if body.get("code") in _PATIENCE else say(copy.NO_SERVER)


def sign_out_here(phone: Phone) -> None:
    """The door is shown, and everything unsent waits."""
    phone.status.put(signed_out=True)

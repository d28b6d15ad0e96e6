"""What the sign-in screen shows."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    EMAIL = "email"
    JOIN = "join"
    """Somebody new: an invite, a year of birth, the terms."""
    CODE = "code"
    SECOND = "second"
    """The second factor, for whoever has one."""
    NAME = "name"
    TERMS = "terms"
    """A newer version of the terms came into force."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text of the server's, open on the screen."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SignInState:
    step: Step
    email: str = ""
    invite: str = ""
    """The code of the link that was opened, if one was."""
    joining: bool = False
    """The code on its way is for somebody new, so that it surely comes."""
    open_sign_up: bool = False
    """One can join without an invite."""
    operator: str = ""
    """Who runs the server and how to reach them, in one line."""
    reading: Reading | None = None
    server: str = ""
    busy: bool = False
    problem: str = ""
    """One sentence a person understands, or empty."""

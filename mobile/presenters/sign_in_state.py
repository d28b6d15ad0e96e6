"""What the sign-in screen shows."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    EMAIL = "email"
    CODE = "code"
    NAME = "name"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SignInState:
    step: Step
    email: str = ""
    server: str = ""
    busy: bool = False
    problem: str = ""
    """One sentence a person understands, or empty."""

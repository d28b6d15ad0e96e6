"""What the compose screen shows."""

from dataclasses import dataclass
from enum import StrEnum

from mobile.presenters.views import PhotoView


class ComposeMode(StrEnum):
    PHOTO = "photo"
    NOTE = "note"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class ComposeState:
    habit_id: str
    title: str
    """For instance: Day 41 · Morning run."""
    date: str
    date_hint: str
    """Empty for today; "For yesterday" while the day in grace is being added."""
    mode: ComposeMode
    anchor: PhotoView | None
    picked: PhotoView | None
    caption: str
    wants_amount: bool
    unit: str
    amount: str
    can_post: bool
    problem: str
    """One sentence a person understands, or empty."""
    camera_available: bool
    line_up: str = ""
    """On the half without a photo: Line up with day 1."""
    beside: str = ""
    """Beside day 1, Beside Leo: what the left half is, and the way to choose another."""
    busy: bool = False
    """A picked photo is being made ready."""

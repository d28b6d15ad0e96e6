"""What the rounds and the feed show: friends' check-ins, and a witness's card for an empty day."""

from dataclasses import dataclass
from enum import StrEnum

from mobile.presenters.beside_state import TheirDay
from mobile.presenters.views import FaceView, PhotoView


class CardKind(StrEnum):
    CHECK_IN = "check_in"
    MISS = "miss"


@dataclass(frozen=True, slots=True)
class ReactionChoice:
    kind: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SaidView:
    """A line somebody wrote in words of their own."""

    comment_id: str
    text: str
    person: FaceView | None = None
    """Who wrote it; None: I did."""


@dataclass(frozen=True, slots=True)
class CardView:
    kind: CardKind
    id: str
    person: FaceView
    habit_title: str
    headline: str
    """For instance: Tess, day 41."""
    accent: str
    """For instance: You're first."""
    anchor: PhotoView | None
    photo: PhotoView | None
    caption: str
    when: str
    choices: tuple[ReactionChoice, ...]
    """The six reactions of a check-in, or the cheers (and "let it go") of a miss."""
    day: TheirDay | None = None
    """What can be kept beside mine, or started beside; None for a miss."""
    may_write: bool = False
    """In words of my own: about this day, or with a cheer."""
    said: tuple[SaidView, ...] = ()
    """What I wrote about this day."""
    line: str = ""
    """Words of mine that go with the next cheer."""
    why: str = ""
    """Why it stands where it stands in the feed. For instance: You haven't answered yet."""
    less: bool = False
    """I asked for less of this habit."""
    own_picture_beside: bool = False
    """Beside it stands a picture or clip of theirs that is no day: it can be reported by itself."""


@dataclass(frozen=True, slots=True)
class AnsweredMiss:
    """A friend's empty day I said something about, while that may still be changed."""

    miss_id: str
    person: FaceView
    headline: str
    said: str
    """For instance: A hug · Until Thursday at noon."""


@dataclass(frozen=True, slots=True)
class RoundsState:
    card: CardView | None
    """None: "That's everyone."."""
    queue: tuple[FaceView, ...]
    done: tuple[str, ...]
    """Person ids in the queue already looked at."""
    next_line: str
    offline: bool = False


@dataclass(frozen=True, slots=True)
class WaitedView:
    """A friend's day that is still waited for."""

    habit_id: str
    date: str
    person: FaceView
    line: str
    """For instance: Day 41 · Run"""
    said: bool
    """I told them today that I'm waiting."""


@dataclass(frozen=True, slots=True)
class FeedState:
    cards: tuple[CardView, ...]
    ended: bool
    """True: everything loaded; the list ends in "That's everyone."."""
    loading: bool = False
    offline: bool = False
    answered: tuple[AnsweredMiss, ...] = ()
    waiting: int = 0
    """Cards of the rounds not looked at yet."""
    waited: tuple[WaitedView, ...] = ()
